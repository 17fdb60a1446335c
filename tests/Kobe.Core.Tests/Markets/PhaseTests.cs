using System.Globalization;
using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Testing;
using static Kobe.Core.Tests.Markets.Exchanges;

namespace Kobe.Core.Tests.Markets;

/// <summary>How days are cut into phases, from plain ones to sessions too short for the table.</summary>
public sealed class PhaseTests
{
    private const string Night = "00:00 OVERNIGHT/MAINTENANCE/Closed, 02:00 OVERNIGHT/SLEEP/Closed, "
        + "04:00 PRE_MARKET/RESEARCH/Named, 07:00 PRE_MARKET/MONITORING/Named, ";

    [Theory]
    [InlineData("2026-11-30", Night + "09:30 OPENING/MONITORING/Closed, 10:00 MORNING/ACTIVE_TRADING/Free, "
        + "11:30 LUNCH/MONITORING/Closed, 14:30 POWER_HOUR/ACTIVE_TRADING/Free, 15:30 CLOSING/MONITORING/Named, "
        + "16:00 AFTER_HOURS/LEARNING/Closed, 20:00 EVENING/RESEARCH/Closed")]
    [InlineData("2026-11-27", Night + "09:30 OPENING/MONITORING/Closed, 10:00 MORNING/ACTIVE_TRADING/Free, "
        + "11:30 POWER_HOUR/ACTIVE_TRADING/Free, 12:30 CLOSING/MONITORING/Named, 13:00 AFTER_HOURS/LEARNING/Closed, "
        + "17:00 EVENING/RESEARCH/Closed")]
    [InlineData("1992-11-27", Night + "09:30 OPENING/MONITORING/Closed, 10:00 MORNING/ACTIVE_TRADING/Free, "
        + "11:30 LUNCH/MONITORING/Closed, 12:30 POWER_HOUR/ACTIVE_TRADING/Free, 13:30 CLOSING/MONITORING/Named, "
        + "14:00 AFTER_HOURS/LEARNING/Closed, 18:00 EVENING/RESEARCH/Closed")]
    [InlineData("2026-11-26", "00:00 HOLIDAY/RESEARCH/Closed")]
    [InlineData("2026-11-28", "00:00 WEEKEND/RESEARCH/Closed")]
    [InlineData("2026-03-08", "00:00 WEEKEND/RESEARCH/Closed")]
    public void Day_IsCutIntoItsPhases(string date, string phases)
    {
        var spans = XnysClock.Day(Days.Date(date)).Spans
            .Select(span => $"{TimeInNewYork(span.Start)} {span.Phase}/{span.Mode}/{span.Entries}");
        Assert.Equal(phases, string.Join(", ", spans));
    }

    [Theory] // minutes after the open at which each phase of core trading begins
    [InlineData(10, "0 CLOSING")]
    [InlineData(30, "0 CLOSING")]
    [InlineData(45, "0 POWER_HOUR, 15 CLOSING")]
    [InlineData(90, "0 POWER_HOUR, 60 CLOSING")]
    [InlineData(100, "0 OPENING, 10 POWER_HOUR, 70 CLOSING")]
    [InlineData(120, "0 OPENING, 30 POWER_HOUR, 90 CLOSING")]
    [InlineData(130, "0 OPENING, 30 MORNING, 40 POWER_HOUR, 100 CLOSING")]
    [InlineData(210, "0 OPENING, 30 MORNING, 120 POWER_HOUR, 180 CLOSING")]
    [InlineData(211, "0 OPENING, 30 MORNING, 120 LUNCH, 121 POWER_HOUR, 181 CLOSING")]
    [InlineData(390, "0 OPENING, 30 MORNING, 120 LUNCH, 300 POWER_HOUR, 360 CLOSING")]
    public void ShortSession_KeepsItsEndFirst(int minutes, string phases)
    {
        var date = new DateOnly(2026, 5, 20);
        var early = new OneOffDay(date, OneOffKind.EarlyClose, new(0, 570 + minutes, 0), "Short day", "test");
        var late = new OneOffDay(date, OneOffKind.LateOpen, new(0, 960 - minutes, 0), "Late open", "test");
        Assert.Equal(phases, CorePhases(ClockOf(XnysWith(early)).Day(date)));
        Assert.Equal(phases, CorePhases(ClockOf(XnysWith(late)).Day(date)));
    }

    [Theory]
    [InlineData(Phase.OVERNIGHT, PhaseGroup.AFTER_HOURS)]
    [InlineData(Phase.PRE_MARKET, PhaseGroup.PRE_MARKET)]
    [InlineData(Phase.OPENING, PhaseGroup.MARKET_OPEN)]
    [InlineData(Phase.MORNING, PhaseGroup.MARKET_OPEN)]
    [InlineData(Phase.LUNCH, PhaseGroup.MARKET_OPEN)]
    [InlineData(Phase.POWER_HOUR, PhaseGroup.MARKET_OPEN)]
    [InlineData(Phase.CLOSING, PhaseGroup.MARKET_CLOSE)]
    [InlineData(Phase.AFTER_HOURS, PhaseGroup.AFTER_HOURS)]
    [InlineData(Phase.EVENING, PhaseGroup.AFTER_HOURS)]
    [InlineData(Phase.WEEKEND, PhaseGroup.WEEKEND)]
    [InlineData(Phase.HOLIDAY, PhaseGroup.WEEKEND)]
    public void Phase_HasItsGroup(Phase phase, PhaseGroup group) => Assert.Equal(group, PhaseTable.GroupOf(phase));

    [Fact]
    public void Sleep_CountsAsMaintenance_ForFilters()
    {
        Assert.Equal(Mode.MAINTENANCE, PhaseTable.FilterMode(Mode.SLEEP));
        Assert.All(Enum.GetValues<Mode>().Where(mode => mode != Mode.SLEEP),
            mode => Assert.Equal(mode, PhaseTable.FilterMode(mode)));
    }

    [Theory]
    [InlineData("2026-11-27 03:00", EntryPolicy.Closed, "PRE_MARKET CLOSING", false)]
    [InlineData("2026-11-27 08:00", EntryPolicy.Named, "PRE_MARKET CLOSING", false)]
    [InlineData("2026-11-27 09:45", EntryPolicy.Closed, "CLOSING", true)]
    [InlineData("2026-11-27 10:00", EntryPolicy.Free, "CLOSING", true)]
    [InlineData("2026-11-27 12:45", EntryPolicy.Named, "CLOSING", true)]
    [InlineData("2026-11-27 13:00", EntryPolicy.Closed, "", false)]
    [InlineData("2026-11-28 12:00", EntryPolicy.Closed, "", false)]
    public void Permissions_FollowThePhase(string now, EntryPolicy entries, string named, bool exits)
    {
        var context = XnysClock.At(NewYork(now));
        Assert.Equal((entries, named, exits),
            (context.Entries, string.Join(' ', context.EntriesNamed), context.ExitsAllowed));
        Assert.Equal(entries == EntryPolicy.Free, context.EntriesAllowed);
    }

    [Theory]
    [InlineData("2026-11-27 11:30:00", "POWER_HOUR until 12:30: entries are free, exits run.")]
    [InlineData("2026-11-27 11:00:00", "MORNING until 11:30: entries are free, exits run.")]
    [InlineData("2026-11-27 03:00:00",
        "OVERNIGHT until 04:00: no entries, the market is closed, opens 2026-11-27 09:30.")]
    [InlineData("2026-11-27 18:00:00",
        "EVENING until 24:00: no entries, the market is closed, opens 2026-11-30 09:30.")]
    [InlineData("2026-11-26 12:00:00", "HOLIDAY: closed all day for Thanksgiving, opens 2026-11-27 09:30.")]
    [InlineData("2026-11-28 12:00:00", "WEEKEND: closed all day, opens 2026-11-30 09:30.")]
    public void Reason_SaysUntilWhenAndWhy(string now, string reason) =>
        Assert.Equal(reason, XnysClock.At(NewYork(now)).Reason);

    private static string CorePhases(MarketDay day)
    {
        var session = day.Day.Session!;
        return string.Join(", ", day.Spans
            .Where(span => span.Start >= session.Open && span.Start < session.Close)
            .Select(span => string.Create(
                CultureInfo.InvariantCulture, $"{(span.Start - session.Open).TotalMinutes:0} {span.Phase}")));
    }
}
