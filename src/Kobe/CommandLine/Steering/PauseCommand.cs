using System.CommandLine;
using Kobe.Files;
using Kobe.Markets;

namespace Kobe.CommandLine.Steering;

/// <summary><c>kobe pause</c>: stops starts, for a while or until somebody resumes.</summary>
internal sealed class PauseCommand(TimeProvider time)
{
    private const string Words = "pause all";

    private readonly Option<string> _until = new("--until")
    {
        Description = "When it ends by itself: a time, +2h, or tomorrow 09:30", HelpName = "TIME",
    };

    private readonly Option<string> _all = new("--all")
    {
        Description = "Exits, reconciling and monitoring, too; asks to type it", Arity = ArgumentArity.Zero,
    };

    private readonly Option<string> _confirm = new("--confirm")
    {
        Description = $"For scripts: the words '{Words}' that are asked for", HelpName = "WORDS",
    };

    private readonly SteeringOptions _options = new();

    public static Command Make(TimeProvider time) => new PauseCommand(time).MakeCommand();

    private Command MakeCommand()
    {
        var command = new Command(
            "pause",
            "Stops starts of everything but exits, reconciling and monitoring; what runs ends as it would. It\n"
            + "outlives restarts.\n"
            + "Example: kobe pause --until +2h --reason \"broker is down\"");
        command.Options.Add(_until);
        command.Options.Add(_all);
        command.Options.Add(_confirm);
        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var until = result.GetValue(_until) is { } text ? Until(text) : (DateTimeOffset?)null;
        var all = result.GetResult(_all) is not null;
        if (all)
        {
            Confirm(result.GetValue(_confirm));
        }

        return SteeringCall.Post(
            _options.State(result), "/api/v1/pause", _options.Reason(result),
            writer =>
            {
                if (until is { } end)
                {
                    writer.WriteString("until", Instants.Utc(end));
                }

                if (all)
                {
                    writer.WriteBoolean("all", true);
                    writer.WriteString("confirm", Words);
                }
            })
            .Print(_options.Json(result));
    }

    private static void Confirm(string? given)
    {
        if (given is null)
        {
            Terminal.Complain("kobe: exits, reconciling and monitoring will not start either, so open positions are on "
                + $"their own. Type '{Words}' to go on:");
            given = Console.In.ReadLine();
        }

        if (given?.Trim() != Words)
        {
            throw new UserError($"Not confirmed: '{Words}' was asked for. Nothing was paused.");
        }
    }

    private DateTimeOffset Until(string text) =>
        WhenArgument.Instant("--until", text, WhenArgument.ScheduleZone(new MachineZones()), time.GetUtcNow());
}
