using System.Globalization;

namespace Kobe.Config;

/// <summary>Sizes in bytes as people write them: <c>64KiB</c>, <c>10MiB</c>, <c>1GiB</c>.</summary>
internal static class SizeText
{
    // A terabyte: beyond it is a slip of the hand.
    private const long BytesMax = 1L << 40;

    private static readonly (string Name, long Bytes)[] Units =
        [("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10)];

    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        foreach (var unit in Units)
        {
            if (text.EndsWith(unit.Name, StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(0, text.Length - unit.Name.Length), NumberStyles.None,
                    CultureInfo.InvariantCulture, out var number)
                && number <= BytesMax / unit.Bytes)
            {
                bytes = number * unit.Bytes;
                return true;
            }
        }

        return false;
    }

    public static string Format(long bytes)
    {
        foreach (var unit in Units)
        {
            if (bytes >= unit.Bytes && bytes % unit.Bytes == 0)
            {
                return (bytes / unit.Bytes).ToString(CultureInfo.InvariantCulture) + unit.Name;
            }
        }

        return bytes.ToString(CultureInfo.InvariantCulture) + " bytes";
    }
}
