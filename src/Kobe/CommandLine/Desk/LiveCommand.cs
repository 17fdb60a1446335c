using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kobe.CommandLine.Steering;
using Kobe.Files;
using Kobe.Operation;

namespace Kobe.CommandLine.Desk;

/// <summary><c>kobe live approve</c>: a person's word that orders may reach an account with money in
/// it, for a day.</summary>
/// <remarks>One of three: the desk also asks for its mode and for KOBE_LIVE, and compares the account.</remarks>
internal static class LiveCommand
{
    public static Command Make(TimeProvider time)
    {
        var live = new Command(
            "live",
            "Live trading.\nExample: kobe live approve --account 123456789 --reason \"paper went well\"");
        live.Subcommands.Add(MakeApprove(time));
        return live;
    }

    private static Command MakeApprove(TimeProvider time)
    {
        var account = new Option<string>("--account")
        {
            Description = "The number of the account, as KOBE_LIVE has it",
            HelpName = "NUMBER",
        };
        var approve = new Command(
            "approve",
            "Lets orders reach the live account for 24 hours, if the mode is live and KOBE_LIVE names it too.\n"
            + "Example: kobe live approve --account 123456789 --reason \"paper went well\"");
        approve.Options.Add(account);
        var options = new SteeringOptions().AddTo(approve);
        approve.SetAction(result =>
        {
            var number = result.GetValue(account)?.Trim() ?? "";
            var reason = options.Reason(result).Trim();
            if (number.Length == 0 || reason.Length == 0)
            {
                throw new UserError("Both --account and --reason are needed: for which account, and why.");
            }

            var now = time.GetUtcNow();
            var file = Path.Combine(options.State(result), "desk", "live-approval.json");
            OwnerDirectory.Make(Path.GetDirectoryName(file)!);
            AtomicFile.Write(file, Content(number, reason, now));
            var until = now.AddHours(24).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
            if (options.Json(result))
            {
                JsonOutput.Write(writer => Members(writer, number, reason, now));
            }
            else
            {
                Terminal.Write(new StringBuilder($"Live orders for {number} are approved until {until}.\n"));
            }

            return ExitCode.Fine;
        });
        return approve;
    }

    private static byte[] Content(string account, string reason, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Members(writer, account, reason, now);
        }

        return buffer.ToArray();
    }

    private static void Members(Utf8JsonWriter writer, string account, string reason, DateTimeOffset now)
    {
        writer.WriteStartObject();
        writer.WriteString("account", account);
        writer.WriteString("at", now.UtcDateTime);
        writer.WriteString("by", SteeringOptions.Actor);
        writer.WriteString("reason", reason);
        writer.WriteEndObject();
    }
}
