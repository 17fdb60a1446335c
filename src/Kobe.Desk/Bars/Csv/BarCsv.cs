using System.Globalization;
using Kobe.Core.Markets;

namespace Kobe.Desk.Bars.Csv;

/// <summary>Reads bars from comma-separated text with the columns date, open, high, low, close, volume.</summary>
/// <remarks>
/// A line that is no bar refuses the file whole, with line and column; a bar that cannot be true is kept out of the
/// series and told apart from it. Lines may stand in any order.
/// </remarks>
public static class BarCsv
{
    /// <summary>Reads the bars of session days or of minutes.</summary>
    /// <param name="file">The file as it is named to people.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="name">What the bars are of.</param>
    /// <param name="calendar">The exchange whose sessions the bars span.</param>
    /// <returns>The series and what was kept out of it, or the errors.</returns>
    public static BarReading Read(
        string file, ReadOnlySpan<char> text, SeriesName name, ExchangeCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(calendar);
        var lines = new CsvText(file, text);
        var draft = new SeriesDraft(name);
        if (!lines.Next())
        {
            lines.Wrong(default, DeskCodes.Header, "The file is empty.",
                "Begin it with: date,open,high,low,close,volume.");
        }
        else if (BarColumns.Read(ref lines) is { } columns)
        {
            var times = new BarTimes(calendar, name.Interval);
            while (lines.Next())
            {
                ReadLine(ref lines, columns, times, draft);
            }
        }

        return lines.Errors.HasErrors ? new(null, [], lines.Errors.Items) : draft.Finish();
    }

    private static void ReadLine(ref CsvText lines, BarColumns columns, BarTimes times, SeriesDraft draft)
    {
        Span<Range> fields = stackalloc Range[CsvText.FieldsMax];
        var count = lines.Split(fields);
        if (count < columns.Count)
        {
            lines.Wrong(default, DeskCodes.Fields, $"The line has {count} fields.",
                $"The first line asks for {columns.Count}, parted by commas.");
            return;
        }

        var isTime = times.TryRead(lines[fields[columns.Time]], out var start, out var end, out var whyNot);
        if (!isTime && whyNot is null)
        {
            lines.Wrong(fields[columns.Time], DeskCodes.Time, $"'{lines[fields[columns.Time]]}' is no time.",
                times.Hint);
        }

        if (Number(ref lines, fields[columns.Open], out var open)
            & Number(ref lines, fields[columns.High], out var high)
            & Number(ref lines, fields[columns.Low], out var low)
            & Number(ref lines, fields[columns.Close], out var close)
            & Number(ref lines, fields[columns.Volume], out var volume))
        {
            if (whyNot is not null)
            {
                draft.Quarantine(Place(lines), lines.Text.ToString(), whyNot);
            }
            else if (isTime)
            {
                draft.Add(new(start, end, open, high, low, close, volume), Place(lines));
            }
        }
    }

    private static string Place(in CsvText lines) => $"{lines.File}:{lines.Line}";

    private static bool Number(ref CsvText lines, Range field, out double value)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign
            | NumberStyles.AllowExponent;
        if (double.TryParse(lines[field], Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value))
        {
            return true;
        }

        lines.Wrong(field, DeskCodes.Number, $"'{lines[field]}' is no number.",
            "Write digits with a point, such as 190.02.");
        return false;
    }
}
