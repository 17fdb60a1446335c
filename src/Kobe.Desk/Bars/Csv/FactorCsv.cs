using System.Globalization;
using Kobe.Core.Text;
using Kobe.Desk.Bars.Factors;

namespace Kobe.Desk.Bars.Csv;

/// <summary>Reads factor files: lines of date, price factor, split factor, reference price, without a header.</summary>
public static class FactorCsv
{
    private const int Columns = 4;
    private const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads the factors of one symbol.</summary>
    /// <param name="file">The file as it is named to people.</param>
    /// <param name="text">What is in it.</param>
    /// <returns>The factors, or null and what is wrong, all at once.</returns>
    public static (PriceFactors? Factors, IReadOnlyList<Diagnostic> Errors) Read(string file, ReadOnlySpan<char> text)
    {
        var lines = new CsvText(file, text);
        var rows = new List<FactorRow>();
        Span<Range> fields = stackalloc Range[CsvText.FieldsMax];
        while (lines.Next())
        {
            if (lines.Split(fields) != Columns)
            {
                lines.Wrong(default, DeskCodes.Fields, "The line has not four fields.",
                    "Write date, price factor, split factor, reference price: 20140606,0.9011818,0.0357143,645.57.");
                continue;
            }

            if (Row(ref lines, fields) is { } row)
            {
                if (rows.Count > 0 && row.Until <= rows[^1].Until)
                {
                    lines.Wrong(fields[0], DeskCodes.Factors, "The date does not follow the one before it.",
                        "Sort the lines by date; each date stands once.");
                }

                rows.Add(row);
            }
        }

        return lines.Errors.HasErrors ? (null, lines.Errors.Items) : (new([.. rows]), []);
    }

    private static FactorRow? Row(ref CsvText lines, scoped ReadOnlySpan<Range> fields)
    {
        var isDate = DateOnly.TryParseExact(
            lines[fields[0]], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        if (!isDate)
        {
            lines.Wrong(fields[0], DeskCodes.Time, $"'{lines[fields[0]]}' is no date.", "Write it as 20140606.");
        }

        return Factor(ref lines, fields[1], double.Epsilon, out var price)
            & Factor(ref lines, fields[2], double.Epsilon, out var split)
            & Factor(ref lines, fields[3], 0, out var reference) && isDate
                ? new(date, price, split, reference)
                : null;
    }

    private static bool Factor(ref CsvText lines, Range field, double least, out double value)
    {
        if (double.TryParse(lines[field], Style, CultureInfo.InvariantCulture, out value)
            && value >= least && double.IsFinite(value))
        {
            return true;
        }

        lines.Wrong(field, DeskCodes.Factors, $"'{lines[field]}' is no factor.", "Write a number above 0.");
        return false;
    }
}
