namespace Kobe.Core.Markets;

/// <summary>What a single dated entry of a calendar does to its day.</summary>
public enum OneOffKind
{
    /// <summary>Closed the whole day.</summary>
    Closed,

    /// <summary>The close comes earlier.</summary>
    EarlyClose,

    /// <summary>The open comes later; the day stays a session.</summary>
    LateOpen,

    /// <summary>A day that the rules close is open, with the usual hours.</summary>
    Reopen,
}
