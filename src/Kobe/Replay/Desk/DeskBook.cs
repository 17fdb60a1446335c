using System.Globalization;
using System.Text.Json;
using Kobe.Operation;
using Kobe.Views;

namespace Kobe.Replay.Desk;

/// <summary>The desk of a replay, day by day: what its view says at each day's end, kept for a replay that goes
/// on.</summary>
/// <param name="state">The replay's state directory.</param>
/// <param name="zone">The zone of its days.</param>
/// <param name="cash">What the account begins with, in dollars.</param>
internal sealed class DeskBook(string state, TimeZoneInfo zone, decimal cash)
{
    private const string FileName = "replay-desk.json";

    private readonly SortedDictionary<DateOnly, DeskDay> _days = [];

    /// <summary>The desk at the end of a day; null when no handler opened it by then.</summary>
    public DeskDay? Of(DateOnly date) => _days.GetValueOrDefault(date);

    /// <summary>The days whose desk is known, in their order.</summary>
    public IReadOnlyCollection<DeskDay> Days => _days.Values;

    /// <summary>Whether the desk's own account said what the broker's did, each time; null without a desk.</summary>
    public bool? LedgerEqualsBroker => _days.Count == 0 ? null : _days.Values.All(day => day.LedgerEqualsBroker);

    /// <summary>Takes up what was kept before the replay was killed.</summary>
    public void Open()
    {
        using var kept = StateFiles.Read(state, FileName);
        if (kept is null)
        {
            return;
        }

        foreach (var day in kept.RootElement.GetProperty("days").EnumerateArray())
        {
            var date = DateOnly.ParseExact(day.GetProperty("date").GetString()!, "O", CultureInfo.InvariantCulture);
            _days[date] = new(
                date, day.GetProperty("equity").GetDecimal(), day.GetProperty("before").GetDecimal(),
                day.GetProperty("ledgerEqualsBroker").GetBoolean(),
                [.. day.GetProperty("orders").EnumerateArray().Select(Order)]);
        }
    }

    /// <summary>A day is over: what does the desk's view say?</summary>
    public void Close(DateOnly date)
    {
        using var view = StateFiles.Read(state, Path.Combine("desk", "paper", "view.json"));
        if (view is null)
        {
            return;
        }

        var root = view.RootElement;
        _days[date] = new(
            date, Amount(root.GetProperty("pnl"), "equity"),
            _days.Values.LastOrDefault(day => day.Date < date)?.Equity ?? cash,
            root.GetProperty("ledgerEqualsBroker").GetBoolean(),
            [.. root.GetProperty("orders").EnumerateArray().Select(Order).Where(order => DateOf(order.At) == date)]);
        AtomicFile.WriteUnsynced(Path.Combine(state, FileName), JsonBytes.OfFile(Write));
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("days");
        foreach (var day in _days.Values)
        {
            writer.WriteStartObject();
            writer.WriteString("date", day.Date.ToString("O", CultureInfo.InvariantCulture));
            writer.WriteNumber("equity", day.Equity);
            writer.WriteNumber("before", day.Before);
            writer.WriteBoolean("ledgerEqualsBroker", day.LedgerEqualsBroker);
            writer.WriteStartArray("orders");
            foreach (var order in day.Orders)
            {
                writer.WriteStartObject();
                writer.WriteString("at", order.At);
                writer.WriteString("key", order.Key);
                writer.WriteString("clientOrderId", order.ClientOrderId);
                writer.WriteString("symbol", order.Symbol);
                writer.WriteString("side", order.Side);
                writer.WriteString("quantity", order.Quantity);
                writer.WriteString("state", order.State);
                writer.WriteString("why", order.Why);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ReplayedOrder Order(JsonElement order) => new(
        order.GetProperty("at").GetDateTimeOffset(), Text(order, "key"), Text(order, "clientOrderId"),
        Text(order, "symbol"), Text(order, "side"), Text(order, "quantity"), Text(order, "state"))
    {
        Why = Text(order, "why"),
    };

    // The desk writes amounts as Alpaca does: as texts.
    private static decimal Amount(JsonElement owner, string name) =>
        decimal.Parse(Text(owner, name), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) ? value.ToString() : "";

    private DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
