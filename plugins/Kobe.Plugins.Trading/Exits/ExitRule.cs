using Kobe.Desk.Brokers;
using Kobe.Plugins.Trading.Books;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Whether a position is due to be closed for a reason; pure.</summary>
internal static class ExitRule
{
    private const decimal IdleGain = 0.5m;

    /// <summary>Why it is due; null when it is not.</summary>
    /// <param name="arguments">The reason and its numbers.</param>
    /// <param name="position">What is held.</param>
    /// <param name="meant">What is meant with it.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="sessions">Sessions since the entry.</param>
    /// <param name="planned">The symbols to close by yesterday's decision, with the reason.</param>
    /// <param name="earnings">The symbols whose company reports soon.</param>
    public static string? Why(
        ExitsArguments arguments, Position position, BookedPosition meant, DateTimeOffset now, int sessions,
        IReadOnlyDictionary<string, string> planned, IReadOnlyCollection<string> earnings)
    {
        if (position.Quantity <= 0)
        {
            return null;
        }

        var (price, paid) = (position.CurrentPrice, position.AverageEntryPrice);
        var best = meant.Highest - paid;
        return arguments.Kind switch
        {
            ExitKind.Stop when meant.Guard > 0 && price <= meant.Guard =>
                FormattableString.Invariant($"{price:0.##} lies at its stop {meant.Guard:0.##} or below"),
            ExitKind.Target when meant.Target is { } target && price >= target =>
                FormattableString.Invariant($"{price:0.##} has reached its target {target:0.##}"),
            ExitKind.Trail when meant.Risk > 0 && best >= meant.Risk * (decimal)arguments.From
                && price - paid <= best * (1 - ((decimal)arguments.GiveBack / 100)) =>
                FormattableString.Invariant($"{best:0.##} a share were gained, {price - paid:0.##} are left"),
            ExitKind.Idle when meant.IsDayTrade && now - meant.OpenedAt >= TimeSpan.FromMinutes(arguments.Minutes)
                && price - paid < meant.Risk * IdleGain => $"it went nowhere for {arguments.Minutes} minutes",
            ExitKind.Planned when planned.TryGetValue(position.Symbol, out var why) => why,
            ExitKind.Overdue when meant.TimeStop > 0 && sessions > meant.TimeStop =>
                $"{sessions} sessions are more than the {meant.TimeStop} of {meant.Strategy}",
            ExitKind.Earnings when earnings.Contains(position.Symbol) => "the company reports soon",
            _ => null,
        };
    }
}
