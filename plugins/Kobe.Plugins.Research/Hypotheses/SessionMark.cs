using Kobe.Contracts;
using Kobe.Core.Markets;

namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>A session among those before and after it, and the market's returns up to it.</summary>
/// <param name="Market">What is studied.</param>
/// <param name="Returns">The mean return of all symbols on each date.</param>
/// <param name="Day">The session's place.</param>
internal readonly record struct SessionMark(StudyMarket Market, double[] Returns, int Day)
{
    /// <summary>Its date.</summary>
    public DateOnly Date => Market.Panel.Dates[Day];

    /// <summary>The special times that it belongs to.</summary>
    public Season Seasons => Market.Clock.Day(Date).Seasons;

    /// <summary>Whether its session ends early.</summary>
    public bool IsEarlyClose => Market.Clock.Calendar.On(Date).Kind == DayKind.EarlyClose;

    /// <summary>Whether the next weekday is a closing.</summary>
    public bool IsBeforeHoliday => IsClosing(Next(1));

    /// <summary>Whether the weekday before was a closing.</summary>
    public bool IsAfterHoliday => IsClosing(Next(-1));

    /// <summary>Which session of its month it is, from 1.</summary>
    public int OfMonth
    {
        get
        {
            var (count, calendar) = (1, Market.Clock.Calendar);
            for (var date = calendar.PreviousSession(Date); date?.Date.Month == Date.Month;
                 date = calendar.PreviousSession(date.Date))
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>Whether it is the last session of its month.</summary>
    public bool IsLastOfMonth => Market.Clock.Calendar.NextSession(Date)?.Date.Month != Date.Month;

    /// <summary>The return of a session so many before this one.</summary>
    public double Before(int sessions) => Day >= sessions ? Returns[Day - sessions] : double.NaN;

    /// <summary>The sum of the returns of the last sessions, this one excluded.</summary>
    public double Sum(int sessions)
    {
        var sum = 0.0;
        for (var i = 1; i <= sessions; i++)
        {
            sum += Before(i);
        }

        return sum;
    }

    private bool IsClosing(DateOnly date) => Market.Clock.Calendar.On(date).Session is null;

    private DateOnly Next(int step)
    {
        var date = Date.AddDays(step);
        while (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            date = date.AddDays(step);
        }

        return date;
    }
}
