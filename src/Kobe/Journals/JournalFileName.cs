using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Kobe.Core.Text;

namespace Kobe.Journals;

/// <summary>Names in a journal's directory: <c>2026-11-20.jsonl</c> and <c>checkpoint-00012345.json</c>.</summary>
internal static class JournalFileName
{
    private const string DayEnd = ".jsonl";
    private const string CheckpointStart = "checkpoint-";
    private const string CheckpointEnd = ".json";

    /// <summary>The file whose first line is of this UTC date.</summary>
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + DayEnd;

    /// <summary>The checkpoint at an event.</summary>
    public static string OfCheckpoint(long seq) =>
        CheckpointStart + seq.ToString(CultureInfo.InvariantCulture) + CheckpointEnd;

    /// <summary>The date of a day file's name; false for any other name.</summary>
    public static bool TryDate(string name, out DateOnly date)
    {
        date = default;
        return name.EndsWith(DayEnd, StringComparison.Ordinal)
            && DateText.TryParse(name.AsSpan(0, name.Length - DayEnd.Length), out date);
    }

    /// <summary>The event of a checkpoint's name; false for any other name.</summary>
    public static bool TryCheckpoint(string name, [NotNullWhen(true)] out long? seq)
    {
        seq = null;
        if (name.StartsWith(CheckpointStart, StringComparison.Ordinal)
            && name.EndsWith(CheckpointEnd, StringComparison.Ordinal)
            && long.TryParse(
                name.AsSpan()[CheckpointStart.Length..^CheckpointEnd.Length], NumberStyles.None,
                CultureInfo.InvariantCulture, out var number))
        {
            seq = number;
        }

        return seq is not null;
    }
}
