namespace Kobe.Core.Text;

/// <summary>Finds what somebody probably meant by a word that doesn't exist.</summary>
public static class DidYouMean
{
    /// <summary>Longer words are no slips of the finger, and their comparison would only cost time.</summary>
    private const int LengthMax = 64;

    /// <summary>A shorter beginning fits too much.</summary>
    private const int BeginningMin = 3;

    /// <summary>The known word nearest to <paramref name="word"/>, ignoring case.</summary>
    /// <remarks>
    /// Counts inserted, lost, changed and swapped neighbouring letters (Damerau-Levenshtein, each place edited once).
    /// Allowed is one for each three letters of the longer word, at least one. A beginning of three letters or more
    /// is near enough, too. Of two equally near words the first in ordinal order is taken.
    /// </remarks>
    /// <param name="word">What was written.</param>
    /// <param name="known">What would have been right.</param>
    /// <returns>One of <paramref name="known"/>, or null when none is near.</returns>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        if (word.Length is 0 or > LengthMax)
        {
            return null;
        }

        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance < least ||
                (distance == least && nearest is not null && string.CompareOrdinal(candidate, nearest) < 0))
            {
                least = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    // int.MaxValue: too far.
    private static int Distance(string word, string candidate)
    {
        var limit = Math.Max(1, Math.Max(word.Length, candidate.Length) / 3);
        if (word.Length >= BeginningMin && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        {
            return Math.Min(limit, candidate.Length - word.Length);
        }

        if (candidate.Length is 0 or > LengthMax || Math.Abs(word.Length - candidate.Length) > limit)
        {
            return int.MaxValue;
        }

        var distance = Edits(word, candidate);
        var allOfIt = distance >= Math.Min(word.Length, candidate.Length);
        return distance > limit || allOfIt ? int.MaxValue : distance;
    }

    private static int Edits(string left, string right)
    {
        const int Width = LengthMax + 1;
        Span<int> before = stackalloc int[Width];
        Span<int> above = stackalloc int[Width];
        Span<int> row = stackalloc int[Width];
        for (var j = 0; j <= right.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                var least = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    least = Math.Min(least, before[j - 2] + 1);
                }

                row[j] = least;
            }

            above.CopyTo(before);
            row.CopyTo(above);
        }

        return above[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
