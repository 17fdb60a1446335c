namespace Kobe.Desk.Brokers;

/// <summary>What moved money or shares.</summary>
public enum ActivityKind
{
    /// <summary>Something that is not known here; it is shown and not booked.</summary>
    Other,

    /// <summary>A part or the whole of an order was done.</summary>
    Fill,

    /// <summary>A dividend; the amount is negative for a short position.</summary>
    Dividend,

    /// <summary>A fee; the amount is negative.</summary>
    Fee,

    /// <summary>Interest, received or paid.</summary>
    Interest,

    /// <summary>Money that came in or went out.</summary>
    Transfer,

    /// <summary>A split: the quantity is the change of the shares held.</summary>
    Split,
}
