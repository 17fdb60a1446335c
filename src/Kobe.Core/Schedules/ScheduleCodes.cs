namespace Kobe.Core.Schedules;

/// <summary>The codes of errors and warnings in schedule files; those of single values are in TextCodes.</summary>
/// <remarks>A code never changes its meaning, and one that goes out of use is not used again.</remarks>
public static class ScheduleCodes
{
    /// <summary>More files than are read.</summary>
    public const string TooManyFiles = "KOBE2001";

    /// <summary>More rows in all files together than are read.</summary>
    public const string TooManyRows = "KOBE2002";

    /// <summary>A file without content.</summary>
    public const string EmptyFile = "KOBE2003";

    /// <summary>A name that does not have the form of ids.</summary>
    public const string BadName = "KOBE2004";

    /// <summary>Two rows with one id.</summary>
    public const string DuplicateId = "KOBE2005";

    /// <summary>A row without a trigger.</summary>
    public const string NoTrigger = "KOBE2006";

    /// <summary>A row with more than one trigger.</summary>
    public const string TwoTriggers = "KOBE2007";

    /// <summary><c>from</c> or <c>to</c> without <c>every</c>.</summary>
    public const string WindowWithoutStep = "KOBE2008";

    /// <summary>A key that belongs to a row and stands in <c>defaults</c>.</summary>
    public const string NotInDefaults = "KOBE2009";

    /// <summary>Neither a time of day nor an anchor.</summary>
    public const string BadDayTime = "KOBE2010";

    /// <summary>One time twice in a list.</summary>
    public const string RepeatedTime = "KOBE2011";

    /// <summary>A cron expression that can't be read.</summary>
    public const string BadCron = "KOBE2012";

    /// <summary>A cron expression that never matches a date.</summary>
    public const string ImpossibleCron = "KOBE2013";

    /// <summary>Not a date and time for <c>once</c>.</summary>
    public const string BadOnce = "KOBE2014";

    /// <summary>A <c>once</c> that has passed.</summary>
    public const string OncePassed = "KOBE2015";

    /// <summary>A word that selects no days.</summary>
    public const string UnknownSelector = "KOBE2016";

    /// <summary>A calendar that does not exist.</summary>
    public const string UnknownCalendar = "KOBE2017";

    /// <summary>A zone that this machine does not know.</summary>
    public const string UnknownZone = "KOBE2018";

    /// <summary>Not a phase, mode or season that filters know.</summary>
    public const string UnknownFilter = "KOBE2019";

    /// <summary>A condition of <c>when</c> that can't be read.</summary>
    public const string BadCondition = "KOBE2020";

    /// <summary>An item of <c>needs</c> that can't be read.</summary>
    public const string BadNeed = "KOBE2021";

    /// <summary>A trading row without a kind.</summary>
    public const string KindMissing = "KOBE2022";

    /// <summary>A kind on a row that is not trading: a warning.</summary>
    public const string KindUseless = "KOBE2023";

    /// <summary>A timeout over the ceiling.</summary>
    public const string TimeoutOverCeiling = "KOBE2024";

    /// <summary>Neither a duration, next-slot, phase-end nor an anchor.</summary>
    public const string BadExpiry = "KOBE2025";

    /// <summary>A cap below its base.</summary>
    public const string BadBackoff = "KOBE2026";

    /// <summary>A word where only certain words are possible.</summary>
    public const string UnknownWord = "KOBE2027";

    /// <summary>Trigger and selector never meet.</summary>
    public const string NeverDue = "KOBE2030";

    /// <summary>A filter that never holds when the row falls due.</summary>
    public const string ImpossibleFilter = "KOBE2031";

    /// <summary>An expiry at or before the due time.</summary>
    public const string ExpiresBeforeDue = "KOBE2032";

    /// <summary>Retries of which not even the first fits before the expiry.</summary>
    public const string RetryNeverFits = "KOBE2033";

    /// <summary>An anchor that leaves its date.</summary>
    public const string AnchorLeavesDate = "KOBE2034";

    /// <summary>A task named in <c>after</c> that does not exist.</summary>
    public const string UnknownTask = "KOBE2040";

    /// <summary>Tasks that wait for each other.</summary>
    public const string DependencyCycle = "KOBE2041";

    /// <summary>A need that no row's handler produces.</summary>
    public const string NeedWithoutProducer = "KOBE2042";

    /// <summary>A condition on a fact that no row's handler produces: a warning.</summary>
    public const string FactWithoutProducer = "KOBE2043";

    /// <summary>A handler that no plugin has.</summary>
    public const string UnknownHandler = "KOBE2050";

    /// <summary>An argument that the handler does not take.</summary>
    public const string UnknownArgument = "KOBE2051";

    /// <summary>An argument that the handler needs.</summary>
    public const string MissingArgument = "KOBE2052";

    /// <summary>An argument of the wrong type.</summary>
    public const string BadArgument = "KOBE2053";

    /// <summary>A handler that may change orders, in a row that is not trading.</summary>
    public const string OrdersNeedTrading = "KOBE2054";

    /// <summary>A preemptible row whose handler must not be stopped.</summary>
    public const string CannotPreempt = "KOBE2055";

    /// <summary>A row that asks its handler to reconcile, which can't.</summary>
    public const string CannotReconcile = "KOBE2056";

    /// <summary>A row that would blindly run a handler again that may change orders.</summary>
    public const string BlindRetry = "KOBE2057";

    /// <summary>A switch in the environment that is neither true nor false.</summary>
    public const string BadSwitch = "KOBE2060";

    /// <summary>A switch in the environment that is for no row: a warning.</summary>
    public const string UnknownSwitch = "KOBE2061";
}
