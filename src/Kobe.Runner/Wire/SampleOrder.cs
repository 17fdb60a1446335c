using Kobe.Contracts;
using Kobe.Runner.Lane;

namespace Kobe.Runner.Wire;

/// <summary>An order that means nothing, to take both ends through their code before the first real one.</summary>
internal static class SampleOrder
{
    public static AttemptOrder For(string handler) => new()
    {
        Ticket = 1,
        Handler = handler,
        Key = "",
        Task = "",
        DueAt = DateTimeOffset.UnixEpoch,
        Deadline = DateTimeOffset.UnixEpoch,
        Attempt = 1,
        Start = 1,
        Arguments = default,
        Market = new()
        {
            Timestamp = DateTimeOffset.UnixEpoch,
            Date = default,
            Phase = default,
            PhaseGroup = default,
            Mode = default,
            Seasons = default,
            Events = [new("", DateTimeOffset.UnixEpoch, true)],
            IsTradingDay = false,
            IsMarketOpen = false,
            IsEarlyClose = false,
            IsHoliday = false,
            Holiday = "",
            IsWeekend = false,
            IsConfirmed = false,
            Open = DateTimeOffset.UnixEpoch,
            Close = null,
            NextOpen = null,
            NextClose = null,
            Entries = default,
            EntriesNamed = [Phase.CLOSING],
            Reason = "",
        },
    };
}
