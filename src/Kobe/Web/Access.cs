namespace Kobe.Web;

/// <summary>What a caller may do.</summary>
internal enum Access
{
    /// <summary>What everybody may: ask whether the brain is well.</summary>
    Open,

    /// <summary>Read everything.</summary>
    Read,

    /// <summary>Change things, too.</summary>
    Control,
}
