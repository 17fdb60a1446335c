using Kobe.Core.Markets;
using Kobe.Desk.Sources;

namespace Kobe.Desk.Brokers.Paper;

/// <summary>Plays the minutes of a source to the paper exchange, session after session, as they are known.</summary>
internal sealed class SourceTape(LocalSource source, ExchangeCalendar calendar) : IPaperTape
{
    private DateOnly _date;
    private SeriesTape? _session;

    public void Play(PaperExchange exchange, DateTimeOffset to)
    {
        var last = calendar.DateOf(to);
        if (_session is null)
        {
            // The date of the last change again: what ended before it gives the prices that were last paid.
            Take(calendar.DateOf(exchange.Now));
        }

        for (; ; Take(_date.AddDays(1)))
        {
            _session!.Play(exchange, to);
            if (_date >= last)
            {
                return;
            }
        }
    }

    private void Take(DateOnly date)
    {
        _date = date;
        _session = new(calendar.On(date).Session is null
            ? []
            : [.. source.Symbols.Select(symbol => source.MinutesOf(symbol, date)).Where(minutes => minutes.Count > 0)]);
    }
}
