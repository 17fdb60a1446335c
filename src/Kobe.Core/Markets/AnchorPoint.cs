namespace Kobe.Core.Markets;

/// <summary>The instants of a session that times can be tied to.</summary>
public enum AnchorPoint
{
    /// <summary>Start of pre-market trading.</summary>
    Pre,

    /// <summary>Start of core trading.</summary>
    Open,

    /// <summary>End of core trading; an early close moves it.</summary>
    Close,

    /// <summary>End of post-market trading.</summary>
    Post,
}
