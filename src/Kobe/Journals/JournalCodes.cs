namespace Kobe.Journals;

/// <summary>Codes of what can be wrong with a journal; all but the last are a refusal to start (exit code 2).</summary>
internal static class JournalCodes
{
    /// <summary>A line is damaged and good ones stand behind it.</summary>
    public const string BadLine = "KOBE5001";

    /// <summary>A file that is not the newest ends in the middle of a line.</summary>
    public const string BadEnd = "KOBE5002";

    /// <summary>Lines are missing between two that are there, or stand there twice.</summary>
    public const string Gap = "KOBE5003";

    /// <summary>A whole line says something that this version cannot read.</summary>
    public const string Unreadable = "KOBE5004";

    /// <summary>The first lines are gone and no checkpoint stands for them.</summary>
    public const string NoBeginning = "KOBE5005";

    /// <summary>A whole line says something that cannot follow what stands before it.</summary>
    public const string Impossible = "KOBE5006";

    /// <summary>It could not be written.</summary>
    public const string NotWritten = "KOBE5010";
}
