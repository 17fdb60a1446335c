using Kobe.Core.Markets;

namespace Kobe.Desk.Tests.Support;

/// <summary>The New York exchange, and instants on its days.</summary>
internal static class Exchange
{
    public static ExchangeCalendar Xnys { get; } = new(BuiltInCalendars.Xnys(Zones.NewYork));

    /// <summary>When the core session of a date opens.</summary>
    public static DateTimeOffset Open(string date) => Xnys.On(Days.Date(date)).Session!.Open;

    /// <summary>When the core session of a date closes.</summary>
    public static DateTimeOffset Close(string date) => Xnys.On(Days.Date(date)).Session!.Close;
}
