using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;

namespace Kobe.Plugins.Trading.Signals;

/// <summary>How many shares are usually traded in the first minutes of a session: by the stored minutes of the last
/// sessions, or by their daily bars where too few minutes are stored.</summary>
/// <remarks>The first minutes are the busiest but for the last ones: an average minute of whole days understates what
/// is usual in them, and evidence tells which of both was used.</remarks>
internal sealed class UsualVolume
{
    private const int SessionsMax = 20;

    // Fewer say more of what happened on one of them than of what is usual.
    private const int SessionsMin = 5;

    private const double SessionMinutes = 390;

    private readonly DeskSession _desk;
    private readonly int _minutes;
    private readonly Session[] _sessions;

    /// <summary>What is usual, as of today.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="minutes">How many minutes from the open on.</param>
    public UsualVolume(DeskSession desk, int minutes)
    {
        (_desk, _minutes) = (desk, minutes);
        RangeEnd = desk.Market.Calendar.On(desk.Today).Session!.Open.AddMinutes(minutes);
        _sessions = [.. Before(desk.Market.Calendar, desk.Today)];
    }

    /// <summary>When the first minutes of today end (UTC).</summary>
    public DateTimeOffset RangeEnd { get; }

    /// <summary>How many symbols were held against the same minutes of earlier sessions.</summary>
    public int ByMinutes { get; private set; }

    /// <summary>How many were held against average minutes of whole days.</summary>
    public int ByDays { get; private set; }

    /// <summary>The shares of usual first minutes; 0 where nothing is known.</summary>
    /// <param name="daily">The stored daily bars of the symbol.</param>
    /// <exception cref="InvalidDataException">A file of stored minutes is damaged.</exception>
    public double Of(BarSeries daily)
    {
        if (_sessions is [.., var oldest]
            && OfMinutes(_desk.StoredMinutes(daily.Name.Symbol, oldest.Open), _sessions, _minutes) is { } shares)
        {
            ByMinutes++;
            return shares;
        }

        ByDays++;
        return OfDays(daily) * _minutes;
    }

    /// <summary>The mean volume of the first minutes of the sessions that minutes are stored of; null with fewer than
    /// five of them.</summary>
    internal static double? OfMinutes(BarSeries stored, IEnumerable<Session> sessions, int minutes)
    {
        var (sum, count) = (0.0, 0);
        foreach (var session in sessions)
        {
            var bars = stored.Between(session.Open, session.Close).All;
            count += bars.Length == 0 ? 0 : 1;
            foreach (ref readonly var bar in bars)
            {
                sum += bar.End <= session.Open.AddMinutes(minutes) ? bar.Volume : 0;
            }
        }

        return count < SessionsMin ? null : sum / count;
    }

    private static double OfDays(BarSeries daily)
    {
        var days = daily.All[^Math.Min(SessionsMax, daily.Count)..];
        var volume = 0.0;
        foreach (ref readonly var bar in days)
        {
            volume += bar.Volume / SessionMinutes / days.Length;
        }

        return volume;
    }

    private static IEnumerable<Session> Before(ExchangeCalendar calendar, DateOnly today)
    {
        var day = calendar.PreviousSession(today);
        for (var i = 0; i < SessionsMax && day is not null; i++, day = calendar.PreviousSession(day.Date))
        {
            yield return day.Session!;
        }
    }
}
