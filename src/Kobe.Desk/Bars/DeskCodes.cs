namespace Kobe.Desk.Bars;

/// <summary>The codes of errors in the desk's files of bars and factors: KOBE7000–7099.</summary>
public static class DeskCodes
{
    /// <summary>A file that cannot be read, or is larger than <see cref="DeskLimits.FileBytesMax"/>.</summary>
    public const string Unreadable = "KOBE7000";

    /// <summary>A first line that does not name the columns.</summary>
    public const string Header = "KOBE7001";

    /// <summary>A line with too few or too many fields.</summary>
    public const string Fields = "KOBE7002";

    /// <summary>Something that should be a date or a time and is not.</summary>
    public const string Time = "KOBE7003";

    /// <summary>Something that should be a number and is not.</summary>
    public const string Number = "KOBE7004";

    /// <summary>Rows of a factor file that are out of order, or a factor that is not above 0.</summary>
    public const string Factors = "KOBE7005";

    /// <summary>A stored file whose bytes are not what was written.</summary>
    public const string Corrupt = "KOBE7006";

    /// <summary>A symbol that cannot be the name of a file or of an instrument.</summary>
    public const string Symbol = "KOBE7007";
}
