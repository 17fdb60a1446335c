namespace Kobe.Core.Planning;

/// <summary>What keeps a row from having an occurrence on a date.</summary>
public enum AbsenceCause
{
    /// <summary>The trigger is not tied to dates: whenever, on_start.</summary>
    NotDated,

    /// <summary>The selector does not match.</summary>
    Selector,

    /// <summary>The date has no session to which the trigger is tied.</summary>
    NoSession,

    /// <summary>The cron expression or <c>once</c> names other dates.</summary>
    OtherDate,

    /// <summary>The clocks jump over its time, and the row says skip.</summary>
    ClockChange,

    /// <summary>The window is empty on the date.</summary>
    EmptyWindow,

    /// <summary>The date lies outside what calendars know.</summary>
    OutsideCalendar,
}
