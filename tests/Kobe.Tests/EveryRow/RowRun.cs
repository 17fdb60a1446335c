using Kobe.Contracts;
using Kobe.Core.Schedules;
using Kobe.Hosting;

namespace Kobe.Tests.EveryRow;

/// <summary>A row of the schedule that was run once, and what came of it.</summary>
/// <param name="Row">The row.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Phase">The part of the day.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Notices">What it told a person.</param>
internal sealed record RowRun(ScheduledTask Row, DateTimeOffset At, Phase Phase, AttemptResult Result, IReadOnlyList<string> Notices)
{
    public bool Succeeded => Result.Outcome == AttemptOutcome.Succeeded;

    public override string ToString() => $"{Row.Id} ({Row.Run}): {Result.Outcome} {Result.Error}{Result.Reason}";
}
