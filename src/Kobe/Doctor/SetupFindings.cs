using Kobe.Alerts;
using Kobe.Brain;
using Kobe.Config;
using Kobe.Files;
using Kobe.Markets;
using Kobe.Schedules;
using Kobe.Telegram;

namespace Kobe.Doctor;

/// <summary>Looks at what the owner set up: schedule, plugins, channels, trading state.</summary>
internal static class SetupFindings
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(15);

    /// <summary>Whether the schedule loads.</summary>
    public static Finding Schedule(KobeConfig config, BrainFiles files, ScheduleSettings settings, TimeProvider time)
    {
        try
        {
            var loaded = ScheduleLoader.Load(
                files.Schedule, new MachineZones(), time.GetUtcNow(), settings, null, _ => { }, _ => true);
            return Finding.Ok("schedule", $"{loaded.Schedule.Tasks.Count} tasks in {files.Schedule}");
        }
        catch (UserError wrong)
        {
            return Finding.Bad("schedule", wrong.Message.Split('\n')[0], "kobe check");
        }
    }

    /// <summary>Whether there are plugins.</summary>
    public static Finding Plugins(BrainFiles files)
    {
        var folders = Directory.Exists(files.Plugins) ? Directory.GetDirectories(files.Plugins) : [];
        return folders.Length == 0
            ? Finding.Bad("plugins", $"none in {files.Plugins}", "kobe run --plugins DIR, or build/publish DIR")
            : Finding.Ok("plugins", $"{folders.Length} in {files.Plugins}: "
                + string.Join(", ", folders.Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    /// <summary>Whether trading is halted by a file.</summary>
    public static Finding Trading(string state) => File.Exists(Path.Combine(state, "KILL_SWITCH"))
        ? Finding.Warn("trading", "halted: the file KILL_SWITCH is there", "kobe activate --reason TEXT")
        : Finding.Ok("trading", "no KILL_SWITCH");

    /// <summary>Whether somebody would hear of it.</summary>
    public static async Task<IReadOnlyList<Finding>> Channels(
        KobeConfig config, Secrets secrets, ChannelSetup setup, CancellationToken cancellation)
    {
        var findings = new List<Finding>(setup.Faults.Select(fault =>
            Finding.Bad("channel", fault, "set the variable, or put it into $CREDENTIALS_DIRECTORY")));
        if (setup.Telegram is { } telegram)
        {
            findings.Add(await Ask(telegram, config.Alerts.Telegram, cancellation).ConfigureAwait(false));
        }

        findings.AddRange(setup.Channels.Select(channel => channel.Rules.Name)
            .Where(name => !name.StartsWith("telegram", StringComparison.Ordinal))
            .Select(name => Finding.Ok(
                "channel", $"{name} is configured; kobe notify test --channel {name} tries it")));
        if (setup.Channels.Count == 0)
        {
            findings.Add(Finding.Warn(
                "channel", "no channel is configured: alerts are lines of the log", "set telegram.chats in kobe.yaml"));
        }

        if (config.Alerts.PingFrom.Length > 0)
        {
            var secret = new OwnSecret(ChannelSettings.PingFrom.Name, config.Alerts.PingFrom);
            findings.Add(ChannelSetup.Address(secret, secrets, out var fault) is null
                ? Finding.Bad("dead-man's switch", fault, $"set {config.Alerts.PingFrom}")
                : Finding.Ok("dead-man's switch", "an address is configured"));
        }

        return findings;
    }

    private static async Task<Finding> Ask(
        ITelegram telegram, TelegramConfig config, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(AnswerMax);
        try
        {
            var answer = await telegram.GetMe(limit.Token).ConfigureAwait(false);
            var who = config.Users.Count == 0 ? "nobody may give commands" : $"{config.Users.Count} may give commands";
            return answer.Failure is not { } failure
                ? Finding.Ok("telegram", $"@{answer.Value!.Name} answers; {who}")
                : Finding.Bad("telegram", failure.Words, failure.Trouble is TelegramTrouble.Unauthorized
                    or TelegramTrouble.NotFound ? "ask @BotFather for a new token" : "curl -sI " + config.Api);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Finding.Bad("telegram", "it does not answer", "curl -sI " + config.Api);
        }
    }
}
