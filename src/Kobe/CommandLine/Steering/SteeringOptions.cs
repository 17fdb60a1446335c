using System.CommandLine;

namespace Kobe.CommandLine.Steering;

/// <summary>The options of commands that steer the brain, each made anew for the command that takes it.</summary>
internal sealed class SteeringOptions
{
    private const string UsualState = "state";

    private readonly Option<string> _state =
        new("--state") { Description = $"The state directory [{UsualState}]", HelpName = "DIR" };

    private readonly Option<string> _reason =
        new("--reason") { Description = "Why; it stands in the audit line", HelpName = "TEXT" };

    // A switch without a value: an option of bool would be compiled at every start.
    private readonly Option<string> _json =
        new("--json") { Description = "One JSON document on stdout", Arity = ArgumentArity.Zero };

    public SteeringOptions AddTo(Command command)
    {
        command.Options.Add(_reason);
        command.Options.Add(_state);
        command.Options.Add(_json);
        return this;
    }

    public string State(ParseResult result) => result.GetValue(_state) ?? UsualState;

    public string Reason(ParseResult result) => result.GetValue(_reason) ?? "";

    public bool Json(ParseResult result) => result.GetResult(_json) is not null;

    /// <summary>Who asks: the user of this process.</summary>
    public static string Actor => "cli:" + Environment.UserName;
}
