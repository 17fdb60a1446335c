using Kobe.Core.Markets;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning;

/// <summary>Turns an expiry rule into an instant.</summary>
internal static class ExpiryRule
{
    // What has no next slot (once, on_start, whenever) and what is tied to a session that isn't there.
    private static readonly long Otherwise = TimeSpan.FromHours(24).Ticks;

    public static bool AsksForNextSlot(Expiry expiry) => expiry switch
    {
        Expiry.NextSlot => true,
        Expiry.Earlier both => AsksForNextSlot(both.First) || AsksForNextSlot(both.Second),
        Expiry.Later both => AsksForNextSlot(both.First) || AsksForNextSlot(both.Second),
        _ => false,
    };

    /// <summary>The expiry in UTC ticks.</summary>
    /// <param name="expiry">The rule.</param>
    /// <param name="frame">The date.</param>
    /// <param name="due">The instant of the slot.</param>
    /// <param name="next">The instant of the next slot, or null.</param>
    public static long Of(Expiry expiry, DateFrame frame, long due, long? next) =>
        Find(expiry, frame, due, next) ?? due + Otherwise;

    /// <summary>The expiry, or null when the date lacks what the rule is tied to.</summary>
    public static long? Find(Expiry expiry, DateFrame frame, long due, long? next) => expiry switch
    {
        Expiry.After after => due + after.Time.Ticks,
        Expiry.NextSlot => next,
        Expiry.PhaseEnd => EndOfPhase(frame.MarketAt(due), due),
        Expiry.At at => frame.Day.Session is { } session ? at.Anchor.In(session).UtcTicks : null,
        Expiry.Earlier both => Choose(both.First, both.Second, frame, due, next, Math.Min),
        Expiry.Later both => Choose(both.First, both.Second, frame, due, next, Math.Max),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static long? Choose(
        Expiry left, Expiry right, DateFrame frame, long due, long? next, Func<long, long, long> choose)
    {
        var first = Find(left, frame, due, next);
        var second = Find(right, frame, due, next);
        return first is null ? second : second is null ? first : choose(first.Value, second.Value);
    }

    // A phase may take two stretches that differ in mode.
    private static long EndOfPhase(MarketDay day, long due)
    {
        var spans = day.Spans;
        var at = spans.Count - 1;
        while (at > 0 && spans[at].Start.UtcTicks > due)
        {
            at--;
        }

        var phase = spans[at].Phase;
        while (at + 1 < spans.Count && spans[at + 1].Phase == phase)
        {
            at++;
        }

        return spans[at].End.UtcTicks;
    }
}
