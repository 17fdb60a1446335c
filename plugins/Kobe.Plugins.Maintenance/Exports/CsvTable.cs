using System.Globalization;
using System.Text;

namespace Kobe.Plugins.Maintenance.Exports;

/// <summary>A table as comma-separated values (RFC 4180): fields with commas, quotes or line ends are quoted.</summary>
internal sealed class CsvTable
{
    private static readonly char[] Quoted = [',', '"', '\n', '\r'];
    private readonly StringBuilder _text = new();

    public CsvTable(params string[] columns) => Write(columns);

    /// <summary>How many rows it has, the columns' names not counted.</summary>
    public int Rows { get; private set; }

    public byte[] Bytes => Encoding.UTF8.GetBytes(_text.ToString());

    public void Add(params object?[] values)
    {
        Write(values.Select(value => value switch
        {
            null => "",
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        }));
        Rows++;
    }

    private void Write(IEnumerable<string> fields)
    {
        _text.AppendJoin(',', fields.Select(field =>
            field.IndexOfAny(Quoted) < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        _text.Append("\r\n");
    }
}
