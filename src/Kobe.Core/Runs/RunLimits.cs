namespace Kobe.Core.Runs;

/// <summary>Bounds of what one event may carry; together they keep a line below <see cref="LineBytesMax"/>.</summary>
public static class RunLimits
{
    /// <summary>The longest journal line, in bytes, its line feed included: a reader needs one buffer.</summary>
    public const int LineBytesMax = 64 * 1024;

    /// <summary>The longest error text, in characters; control characters grow sixfold when escaped.</summary>
    public const int ErrorCharsMax = 2048;

    /// <summary>The longest reason, actor, subject or version, in characters.</summary>
    public const int ReasonCharsMax = 400;

    /// <summary>Evidence, facts and discoveries of one attempt together, in bytes of UTF-8.</summary>
    public const int PayloadBytesMax = 40 * 1024;

    /// <summary>Arguments of a triggered run, in bytes of UTF-8.</summary>
    public const int ArgsBytesMax = 16 * 1024;

    /// <summary>Facts of one attempt.</summary>
    public const int FactsMax = 32;

    /// <summary>Discoveries of one attempt.</summary>
    public const int DiscoveriesMax = 32;

    /// <summary>Nesting of any JSON value that an event carries.</summary>
    public const int JsonDepthMax = 16;

    /// <summary>How many days back a key can be asked for: look_back is at most 8 days, one more for zones.</summary>
    public const int ReachDays = 9;

    /// <summary>Discoveries that the ledger keeps.</summary>
    public const int DiscoveriesKept = 100;
}
