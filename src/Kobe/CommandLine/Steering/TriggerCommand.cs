using System.CommandLine;
using System.Text.Json;
using Kobe.Files;
using Kobe.History;
using Kobe.Operation;

namespace Kobe.CommandLine.Steering;

/// <summary><c>kobe trigger</c>: runs a task now, and waits for its end where asked to.</summary>
internal sealed class TriggerCommand
{
    // One question of the brain; it answers as soon as the run is over.
    private const int WaitSeconds = 30;

    private readonly Argument<string> _task = new("TASK") { Description = "The task's id" };

    private readonly Option<string[]> _args = new("--arg")
    {
        Description = "An argument over the row's; may be given several times", HelpName = "NAME=VALUE",
    };

    private readonly Option<string> _force =
        new("--force") { Description = "Leaves the row's filters aside", Arity = ArgumentArity.Zero };

    private readonly Option<string> _wait =
        new("--wait") { Description = "Waits for its end; exit code 1 when it failed", Arity = ArgumentArity.Zero };

    private readonly SteeringOptions _options = new();

    public static Command Make() => new TriggerCommand().MakeCommand();

    private Command MakeCommand()
    {
        var command = new Command(
            "trigger",
            "Runs a task now: an occurrence besides those of the schedule, under the same limits, pauses and trading\n"
            + "state.\n"
            + "Example: kobe trigger data.bars --arg symbol=SPY --wait --reason \"chart looked odd\"");
        command.Arguments.Add(_task);
        command.Options.Add(_args);
        command.Options.Add(_force);
        command.Options.Add(_wait);
        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult result) => Call(
        _options.State(result), result.GetValue(_task)!, _options.Reason(result), _options.Json(result),
        result.GetResult(_wait) is not null, result.GetValue(_args) ?? [], result.GetResult(_force) is not null);

    /// <summary>Has the brain run a task, and waits for its end where asked to.</summary>
    /// <returns>The exit code.</returns>
    public static int Call(
        string state, string task, string reason, bool json, bool wait, string[] given, bool force)
    {
        var answer = SteeringCall.Post(
            state, $"/api/v1/tasks/{SteeringCall.Escape(task)}/trigger", reason,
            writer => TypedArguments.Write(writer, given, force));
        if (answer.Code != ExitCode.Fine || !wait || answer.Key is not { } key)
        {
            return answer.Print(json);
        }

        if (!json)
        {
            Terminal.Complain("kobe: " + answer.Words);
        }

        return Wait(state, key, json);
    }

    // The brain is asked again and again, half a minute each: it may be restarted meanwhile.
    private static int Wait(string state, string key, bool json)
    {
        while (true)
        {
            if (LiveBrain.Find(state) is not { } brain)
            {
                throw new UserError($"The brain has ended; {key} goes on when it starts again.", ExitCode.Failed);
            }

            var answer = BrainClient.Get(
                brain, state, $"/api/v1/runs/{SteeringCall.Escape(key)}?wait={WaitSeconds}",
                TimeSpan.FromSeconds(WaitSeconds + 5));
            using var document = JsonDocument.Parse(answer.Body);
            var root = document.RootElement;
            if (answer.Status != 200)
            {
                throw new UserError(root.GetProperty("detail").GetString()!, ExitCode.Failed);
            }

            if (Last(root) is { } last && Array.IndexOf(Ends, last.GetProperty("outcome").GetString()) >= 0)
            {
                return Print(root, last, json);
            }
        }
    }

    private static readonly string[] Ends =
    [
        "succeeded", "failed", "skipped", "expired", "missed", "coalesced", "interrupted", "cancelled", "removed",
        "disabled", "held",
    ];

    private static JsonElement? Last(JsonElement root) =>
        root.GetProperty("runs") is var runs && runs.GetArrayLength() > 0 ? runs[0] : null;

    private static int Print(JsonElement root, JsonElement last, bool json)
    {
        var outcome = last.GetProperty("outcome").GetString()!;
        if (json)
        {
            JsonOutput.Write(root.WriteTo);
        }
        else
        {
            var why = last.GetProperty("error").GetString() ?? last.GetProperty("reason").GetString();
            var took = last.GetProperty("durationMs") is { ValueKind: JsonValueKind.Number } span
                ? " after " + HistoryView.Span(span.GetInt64())
                : "";
            Terminal.Write(new($"{outcome}{took}{(why is null ? "" : ": " + Logging.LineText.Escape(why))}\n"));
        }

        return outcome is "succeeded" ? ExitCode.Fine : ExitCode.Failed;
    }
}
