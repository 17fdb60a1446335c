namespace Kobe.Core.Schedules.Importing;

/// <summary>The codes of errors in lists of times that are imported.</summary>
/// <remarks>A code never changes its meaning, and one that goes out of use is not used again.</remarks>
public static class ImportCodes
{
    /// <summary>A line without the columns that a row needs.</summary>
    public const string BadRow = "KOBE2070";

    /// <summary>A heading that names no column, or one column twice.</summary>
    public const string BadHeading = "KOBE2071";

    /// <summary>A time that is not HH:MM.</summary>
    public const string BadTime = "KOBE2072";

    /// <summary>A priority that is no number, or one that nothing is said of.</summary>
    public const string BadPriority = "KOBE2073";

    /// <summary>A word that names no days.</summary>
    public const string BadDays = "KOBE2074";

    /// <summary>A name without a letter or digit, of which no id can be made.</summary>
    public const string BadName = "KOBE2075";

    /// <summary>No rows at all, or more than a schedule may have.</summary>
    public const string BadCount = "KOBE2076";
}
