namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>What is measured after a condition held.</summary>
internal enum Outcome
{
    /// <summary>The return from the close to the close so many sessions later.</summary>
    Return,

    /// <summary>The mean size of the returns of the next sessions.</summary>
    Size,

    /// <summary>The way from the open to the close of the same session, for conditions known at the open.</summary>
    Intraday,

    /// <summary>The step from this close to the next open.</summary>
    Overnight,

    /// <summary>The way from the next open to the next close.</summary>
    NextIntraday,
}
