using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Risks;

/// <summary>How far each symbol is likely to move, and how often such a forecast was right.</summary>
[Handler("research.expected_move", Arguments = typeof(ExpectedMoveArguments),
    About = "Expects moves from realised volatility and checks how often that was right in the last year.")]
[Effects(Effects.Idempotent)]
public sealed class ExpectedMoveHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, what) = (DeskSession.Of(context), context.Arguments<ExpectedMoveArguments>());
        if (what.Sessions is < 1 or > 63)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal("sessions lies between 1 and 63."));
        }

        var moves = Scope.Bars(desk, Scope.Of(context, desk, what.Scope))
            .Select(series => ExpectedMove.Of(series, what.Sessions)).OfType<ExpectedMove>()
            .OrderByDescending(one => one.Move).ThenBy(one => one.Symbol, StringComparer.Ordinal).ToList();
        if (moves.Count == 0)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped(
                $"No symbol of '{what.Scope}' has the 21 daily bars that a forecast takes."));
        }

        var sessions = what.Sessions.ToString(CultureInfo.InvariantCulture);
        var output = ResearchFile.Write(desk, $"expected-moves/{Slug.Of(what.Scope, sessions)}.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            what.Sessions,
            moves,
        });
        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("symbols", moves.Count)));
    }
}
