using System.Text.Json;
using Kobe.Desk.Brokers;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Trading.Books;

/// <summary><c>positions.json</c>: strategy, stop, target and time limit of each position and of each entry that
/// works.</summary>
internal sealed class PositionBook
{
    private const int BytesMax = 4 * 1024 * 1024;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string _path;
    private readonly SortedDictionary<string, BookedPosition> _positions = new(StringComparer.Ordinal);
    private bool _changed;

    /// <summary>Reads the book of a folder.</summary>
    /// <exception cref="InvalidDataException">It is no such book.</exception>
    public PositionBook(string folder)
    {
        _path = Path.Combine(folder, "positions.json");
        if (!File.Exists(_path))
        {
            return;
        }

        try
        {
            var bytes = new FileInfo(_path).Length <= BytesMax ? File.ReadAllBytes(_path)
                : throw new JsonException($"it is larger than {BytesMax} bytes");
            foreach (var position in JsonSerializer.Deserialize<BookText>(bytes, Options)?.Positions ?? [])
            {
                _positions[position.Symbol] = position;
            }
        }
        catch (JsonException bad)
        {
            throw new InvalidDataException(
                $"{_path} can't be read: {bad.Message} Move it away: positions are then guarded by a wide stop.", bad);
        }
    }

    /// <summary>All, by symbol.</summary>
    public IEnumerable<BookedPosition> All => _positions.Values;

    public BookedPosition? Find(string symbol) => _positions.GetValueOrDefault(symbol);

    public void Put(BookedPosition position)
    {
        if (Find(position.Symbol) != position)
        {
            _positions[position.Symbol] = position;
            _changed = true;
        }
    }

    /// <summary>Takes up what is held: new heights, and what came from elsewhere; nothing is taken out.</summary>
    /// <param name="held">What the broker says is held.</param>
    /// <param name="now">Now (UTC).</param>
    public void TakeUp(IReadOnlyList<Position> held, DateTimeOffset now)
    {
        foreach (var position in held)
        {
            var price = position.CurrentPrice;
            var known = Find(position.Symbol) ?? new(
                position.Symbol, BookedPosition.External, BookedPosition.External, position.AverageEntryPrice, 0, null,
                now, 0, false, price, "", "");
            Put(known with { Highest = Math.Max(known.Highest, price) });
        }
    }

    /// <summary>Takes up what is held, and takes out what is gone.</summary>
    /// <param name="held">What the broker says is held.</param>
    /// <param name="open">The symbols with an order that may still open a position.</param>
    /// <param name="now">Now (UTC).</param>
    /// <returns>The symbols that are not held any more.</returns>
    public IReadOnlyList<string> Settle(IReadOnlyList<Position> held, IReadOnlySet<string> open, DateTimeOffset now)
    {
        TakeUp(held, now);
        var symbols = held.Select(position => position.Symbol).ToHashSet(StringComparer.Ordinal);
        var gone = _positions.Keys.Where(symbol => !symbols.Contains(symbol) && !open.Contains(symbol)).ToList();
        foreach (var symbol in gone)
        {
            _positions.Remove(symbol);
            _changed = true;
        }

        return gone;
    }

    /// <summary>Writes the book, if anything in it changed.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Save()
    {
        if (_changed)
        {
            OwnerFile.Replace(_path, JsonSerializer.SerializeToUtf8Bytes(new BookText([.. All]), Options));
            _changed = false;
        }
    }

    private sealed record BookText(IReadOnlyList<BookedPosition> Positions);
}
