namespace Kobe.Desk.Bars.Csv;

/// <summary>Which column holds what, by the first line of a file.</summary>
internal readonly record struct BarColumns(int Time, int Open, int High, int Low, int Close, int Volume)
{
    /// <summary>The number of fields that a line must have at least.</summary>
    public int Count => 1 + Math.Max(
        Math.Max(Math.Max(Time, Open), Math.Max(High, Low)), Math.Max(Close, Volume));

    /// <summary>Reads the names of the columns; says what is missing.</summary>
    public static BarColumns? Read(ref CsvText text)
    {
        Span<Range> fields = stackalloc Range[CsvText.FieldsMax];
        var count = text.Split(fields);
        var columns = new BarColumns(
            Find(text, fields[..count], "date", "time", "datetime", "timestamp"),
            Find(text, fields[..count], "open"),
            Find(text, fields[..count], "high"),
            Find(text, fields[..count], "low"),
            Find(text, fields[..count], "close"),
            Find(text, fields[..count], "volume"));
        if (columns is { Time: >= 0, Open: >= 0, High: >= 0, Low: >= 0, Close: >= 0, Volume: >= 0 })
        {
            return columns;
        }

        text.Wrong(default, DeskCodes.Header, "The first line does not name the columns.",
            "Begin the file with: date,open,high,low,close,volume (minute files: time instead of date).");
        return null;
    }

    private static int Find(in CsvText text, ReadOnlySpan<Range> fields, params ReadOnlySpan<string> names)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            foreach (var name in names)
            {
                if (text[fields[i]].Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return i;
                }
            }
        }

        return -1;
    }
}
