using System.CommandLine;

namespace Kobe.CommandLine.Steering;

/// <summary>Commands about the whole brain: resume, reload, confirm-clock, and the trading state.</summary>
internal static class WholeSteering
{
    /// <summary><c>kobe resume</c>.</summary>
    public static Command Resume() => Of(
        "resume", "Ends the pause: what is due from now on starts, and what waits. What was skipped is not made up\n"
        + "for.", "kobe resume --reason \"broker is back\"", "/api/v1/resume");

    /// <summary><c>kobe reload</c>.</summary>
    public static Command Reload() => Of(
        "reload", "Reads schedule and calendars again and puts them into force whole; a wrong one is refused whole,\n"
        + "and the one in force goes on. Nothing past is fired.", "kobe reload --reason \"new row\"", "/api/v1/reload");

    /// <summary><c>kobe confirm-clock</c>.</summary>
    public static Command ConfirmClock() => Of(
        "confirm-clock", "The clock is right although it was set back behind what was planned: entries may run again.",
        "kobe confirm-clock --reason \"looked at two other clocks\"", "/api/v1/clock/confirm");

    /// <summary><c>kobe activate</c>.</summary>
    public static Command Activate() => Of(
        "activate", "Trading state ACTIVE: entries and exits by their rules. Takes KILL_SWITCH away, or fails.",
        "kobe activate --reason \"prices are sane again\"", "/api/v1/state", "ACTIVE");

    /// <summary><c>kobe approve-exits</c>.</summary>
    public static Command ApproveExits() => Of(
        "approve-exits", "Lets exits run although trading is HALTED, until the next halt. Entries stay blocked.",
        "kobe approve-exits --reason \"get out by hand\"", "/api/v1/state", approveExits: true);

    private static Command Of(
        string name, string about, string example, string path, string? state = null, bool approveExits = false)
    {
        var command = new Command(name, about + "\nExample: " + example);
        var options = new SteeringOptions().AddTo(command);
        command.SetAction(result => SteeringCall.Post(
            options.State(result), path, options.Reason(result),
            writer =>
            {
                if (state is not null)
                {
                    writer.WriteString("state", state);
                }
                else if (approveExits)
                {
                    writer.WriteBoolean("approveExits", true);
                }
            })
            .Print(options.Json(result)));
        return command;
    }
}
