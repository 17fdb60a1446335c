namespace Kobe.Alerts;

/// <summary>What an alert is about; two alerts on one topic tell a person the same thing.</summary>
/// <param name="Kind">The capitals that its text begins with, such as <c>SCHEDULER FAILURE</c>.</param>
/// <param name="Subject">Of what: a task, a key, or the rest of the sentence.</param>
internal readonly record struct AlertTopic(string Kind, string Subject)
{
    /// <summary>The kind of a text that names none.</summary>
    public const string Other = "NOTE";

    private const int KindCharsMax = 32;
    private const int SubjectCharsMax = 80;

    // Their texts go on with a task id or a key, and behind it comes what differs from one time to the next.
    private static readonly string[] KindsOfOneWord =
        ["SCHEDULER FAILURE", "QUARANTINE", "RECONCILE", "HELD", "EXPIRED", "MISSED", "NOTICE"];

    // What changes back and forth is news each time.
    private static readonly string[] KindsOfChange = ["TRADING", "PAUSE", "JOURNAL", "CLOCK", "ACCOUNTING"];

    /// <summary>Whether it tells of a change: the same words again are another change, and told at once.</summary>
    public bool IsChange => Array.IndexOf(KindsOfChange, Kind) >= 0;

    /// <summary>Reads the topic off a text.</summary>
    public static AlertTopic Of(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var kind = colon is > 0 and <= KindCharsMax && IsKind(text.AsSpan(0, colon)) ? text[..colon] : Other;
        var rest = kind == Other ? text : text[(colon + 2)..];
        if (Array.IndexOf(KindsOfOneWord, kind) >= 0)
        {
            var end = rest.AsSpan().IndexOfAny(' ', '\n');
            rest = (end < 0 ? rest : rest[..end]).TrimEnd(':', ';');
        }

        return new(kind, rest.Length <= SubjectCharsMax ? rest : rest[..SubjectCharsMax]);
    }

    private static bool IsKind(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterUpper(c) && c != ' ')
            {
                return false;
            }
        }

        return true;
    }
}
