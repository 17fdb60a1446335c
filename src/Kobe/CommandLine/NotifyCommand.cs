using System.CommandLine;
using Kobe.Alerts;
using Kobe.Brain;
using Kobe.Config;
using Kobe.Files;
using Kobe.Logging;
using Kobe.Markets;

namespace Kobe.CommandLine;

/// <summary><c>kobe notify test</c>: tells every channel something, and says which took it.</summary>
internal static class NotifyCommand
{
    public static Command Make(TimeProvider time)
    {
        var test = new Command(
            "test",
            "Sends a test message by every channel that is configured. Exit code 1 when one did not take it.\n"
            + "Example: kobe notify test --channel slack");
        var options = new BrainOptions().AddConfig(test).AddJson(test);
        var channel = new Option<string>("--channel") { Description = "Only this channel", HelpName = "NAME" };
        test.Options.Add(channel);
        test.SetAction(async (result, cancellation) =>
        {
            var config = options.Config(result, new MachineZones());
            var redaction = new Redaction();
            var secrets = Secrets.Read(config, options.Sources(result).Environment, redaction);
            using var log = new Log(LogLevel.Error, time, redaction);
            var setup = ChannelSetup.Make(config, secrets, time, log);
            using var telegram = setup.Telegram;
            var ends = await Tell(setup, result.GetValue(channel), time, cancellation).ConfigureAwait(false);
            Write(ends, options.Json(result));
            return ends.TrueForAll(end => end.Problem is null) ? ExitCode.Fine : ExitCode.Failed;
        });
        return new Command("notify", "Alerts by hand.\nExample: kobe notify test") { test };
    }

    private static async Task<List<(string Channel, string? Problem)>> Tell(
        ChannelSetup setup, string? only, TimeProvider time, CancellationToken cancellation)
    {
        var ends = setup.Faults.Select(fault => (Channel: fault.Split(':')[0], Problem: (string?)fault))
            .Where(end => only is null || end.Channel.StartsWith(only, StringComparison.Ordinal)).ToList();
        const string Text = "TEST: kobe notify test; if you can read this, alerts reach you here";
        foreach (var channel in setup.Channels)
        {
            using (channel)
            {
                if (only is not null && !channel.Rules.Name.StartsWith(only, StringComparison.Ordinal))
                {
                    continue;
                }

                var alert = new Alert(0, time.GetUtcNow(), AlertLevel.Notice, Text);
                var message = AlertComposer.Compose([alert], channel.Rules, more: false, again: false);
                var result = await channel.Send(message, cancellation).ConfigureAwait(false);
                ends.Add((channel.Rules.Name, Problem(result)));
            }
        }

        return ends.Count > 0 ? ends : throw new UserError(only is null
            ? "No channel is configured: set telegram.chats, webhook.url_from, slack.url_from, discord.url_from or "
                + "alerts.command in kobe.yaml."
            : $"No channel is called {only}. kobe config shows what is configured.");
    }

    private static string? Problem(SendResult result) => result switch
    {
        SendResult.Sent => null,
        SendResult.Later later => later.After is { } after
            ? $"{later.Why} Try again in {after.TotalSeconds:0} s."
            : later.Why,
        SendResult.Refused refused => refused.Why,
        SendResult.Broken broken => broken.Why,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void Write(List<(string Channel, string? Problem)> ends, bool json)
    {
        if (json)
        {
            JsonOutput.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("channels");
                foreach (var (name, problem) in ends)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", name);
                    writer.WriteBoolean("ok", problem is null);
                    writer.WriteString("problem", problem);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return;
        }

        var table = new Table("channel", "result");
        foreach (var (name, problem) in ends)
        {
            table.Add(name, problem ?? "sent");
        }

        TableOutput.Write(table);
    }
}
