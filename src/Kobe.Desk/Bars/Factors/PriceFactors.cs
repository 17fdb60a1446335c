namespace Kobe.Desk.Bars.Factors;

/// <summary>
/// The factors of one symbol in order of date: what splits and dividends did to its prices since.
/// </summary>
/// <remarks>
/// The layout of QuantConnect/Lean's factor files: the row that counts for a date is the first one whose own date is
/// not earlier. The last row holds from the last event on, with factors of 1.
/// </remarks>
public sealed class PriceFactors
{
    private readonly FactorRow[] _rows;

    /// <summary>Factors by their rows.</summary>
    /// <param name="rows">At least none; dates climb, and factors are above 0. The array is kept, not copied.</param>
    /// <exception cref="ArgumentException">Rows are out of order, or a factor is not above 0.</exception>
    public PriceFactors(FactorRow[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!(rows[i].Price > 0) || !(rows[i].Split > 0) || (i > 0 && rows[i].Until <= rows[i - 1].Until))
            {
                throw new ArgumentException(
                    $"Row {i + 1} of the factors is out of order or not above 0.", nameof(rows));
            }
        }

        _rows = rows;
    }

    /// <summary>No event at all: every factor is 1.</summary>
    public static PriceFactors None { get; } = new([]);

    /// <summary>The rows in order of date.</summary>
    public IReadOnlyList<FactorRow> Rows => _rows;

    /// <summary>The factors for a date, as they are known today.</summary>
    /// <param name="date">A session date; after the last row both factors are 1.</param>
    public FactorRow On(DateOnly date)
    {
        var index = IndexOf(date);
        return index < _rows.Length ? _rows[index] : new(DateOnly.MaxValue, 1, 1, 0);
    }

    /// <summary>
    /// The events in order: what happened on the first session after each row's date but the last's.
    /// </summary>
    public IEnumerable<CorporateAction> Actions()
    {
        for (var i = 0; i + 1 < _rows.Length; i++)
        {
            var (row, next) = (_rows[i], _rows[i + 1]);
            if (row.Split != next.Split || row.Price != next.Price)
            {
                yield return new(row.Until, next.Split / row.Split, row.Price / next.Price, row.Reference);
            }
        }
    }

    /// <summary>A raw series with its prices adjusted to those of an instant.</summary>
    /// <remarks>
    /// Only events that had happened by then count, so that a price of 2013 seen in 2014 is the one that people saw in
    /// 2014: neither later splits nor later dividends are in it.
    /// </remarks>
    /// <param name="raw">A series of session days with raw prices.</param>
    /// <param name="adjustment">Splits alone, or splits and dividends.</param>
    /// <param name="now">The instant of the decision; bars that are not complete then are left out.</param>
    /// <exception cref="ArgumentException">The series is adjusted already.</exception>
    public BarSeries Adjust(BarSeries raw, Adjustment adjustment, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (raw.Name.Adjustment != Adjustment.Raw)
        {
            throw new ArgumentException($"{raw.Name} is adjusted already.", nameof(raw));
        }

        var known = raw.AsOf(now);
        if (adjustment == Adjustment.Raw || known.IsEmpty)
        {
            return new(raw.Name with { Adjustment = adjustment }, known.ToArray());
        }

        var newest = On(DateOf(known[^1]));
        var bars = new Bar[known.Length];
        for (var i = 0; i < bars.Length; i++)
        {
            var row = On(DateOf(known[i]));
            var split = row.Split / newest.Split;
            bars[i] = known[i].Scaled(adjustment == Adjustment.All ? row.Both / newest.Both : split, 1 / split);
        }

        return new(raw.Name with { Adjustment = adjustment }, bars);
    }

    // A core session lies within one civil date of UTC as of its exchange, in New York and in UTC itself.
    private static DateOnly DateOf(in Bar bar) => DateOnly.FromDateTime(bar.Start.UtcDateTime);

    private int IndexOf(DateOnly date)
    {
        var (low, high) = (0, _rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _rows[middle].Until < date ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
