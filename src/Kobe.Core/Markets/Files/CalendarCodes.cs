namespace Kobe.Core.Markets.Files;

/// <summary>The codes of errors in calendar, events and phases files.</summary>
public static class CalendarCodes
{
    /// <summary>A zone that this machine does not know.</summary>
    public const string UnknownZone = "KOBE1201";

    /// <summary>Two entries for one date that cannot both be true.</summary>
    public const string Contradiction = "KOBE1202";

    /// <summary>The same entry twice.</summary>
    public const string Duplicate = "KOBE1203";

    /// <summary>An entry that does not fit the day it names.</summary>
    public const string DoesNotFitDay = "KOBE1204";

    /// <summary>Hours out of order.</summary>
    public const string BadHours = "KOBE1205";

    /// <summary>A date outside 1990–2100.</summary>
    public const string OutOfRange = "KOBE1206";

    /// <summary>A yearly rule that names no date, or more than one.</summary>
    public const string BadRule = "KOBE1207";

    /// <summary>A calendar that is neither built in nor wholly defined.</summary>
    public const string Undefined = "KOBE1208";

    /// <summary>A key that only a new calendar may have.</summary>
    public const string BuiltIn = "KOBE1209";

    /// <summary>A phase table whose rows are out of order or incomplete.</summary>
    public const string BadPhases = "KOBE1210";

    /// <summary>A closing on a day that is closed anyway: a warning.</summary>
    public const string Redundant = "KOBE1211";
}
