using System.Globalization;
using Kobe.Core.Markets;
using Kobe.Desk.Bars;

namespace Kobe.Plugins.MarketData.Minutes;

/// <summary>The minutes of a session in which a symbol did not trade.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Date">The session.</param>
/// <param name="Missing">How many minutes have no bar.</param>
/// <param name="Longest">The longest stretch of them.</param>
/// <param name="Halts">How many stretches are as long as a halt.</param>
/// <param name="Spans">Each stretch as <c>HH:mm+minutes</c> (UTC), in order; at most fifty.</param>
internal sealed record SessionHoles(
    string Symbol, DateOnly Date, int Missing, int Longest, int Halts, IReadOnlyList<string> Spans)
{
    /// <summary>So many minutes without a bar are a halt: an exchange's pauses are at least five minutes long
    /// (Limit Up-Limit Down plan).</summary>
    public const int HaltMinutes = 5;

    private const int SpansMax = 50;

    /// <summary>The holes of a series up to its session's end, or up to an instant of it.</summary>
    public static SessionHoles Of(BarSeries minutes, DateOnly date, Session session, DateTimeOffset? until = null)
    {
        var end = until < session.Close ? until.Value : session.Close;
        var (missing, longest, halts, spans) = (0, 0, 0, new List<string>());
        var at = session.Open.UtcTicks;
        for (var i = 0; i <= minutes.Count; i++)
        {
            var next = i < minutes.Count ? minutes[i].StartTicks : end.UtcTicks;
            var count = (int)((next - at) / TimeSpan.TicksPerMinute);
            if (count > 0)
            {
                (missing, longest) = (missing + count, Math.Max(longest, count));
                halts += count >= HaltMinutes ? 1 : 0;
                spans.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{new DateTime(at, DateTimeKind.Utc):HH:mm}+{count}"));
            }

            at = i < minutes.Count ? minutes[i].EndTicks : at;
        }

        return new(minutes.Name.Symbol, date, missing, longest, halts, [.. spans.Take(SpansMax)]);
    }
}
