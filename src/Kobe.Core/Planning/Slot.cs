namespace Kobe.Core.Planning;

/// <summary>An occurrence while a date is being expanded.</summary>
internal struct Slot
{
    /// <summary>The instant, in UTC ticks.</summary>
    public long Due;

    /// <summary>The wall-clock time that it was meant for: of slots that meet, the later one wins.</summary>
    public long Nominal;

    public string Name;

    public Presence Presence;

    /// <summary>The key's slot into which this one is coalesced, and its date when it is another.</summary>
    public string? Into;

    public DateOnly IntoDate;
}
