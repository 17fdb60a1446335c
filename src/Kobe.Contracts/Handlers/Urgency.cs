namespace Kobe.Contracts;

/// <summary>How soon a person should look at a message.</summary>
public enum Urgency
{
    /// <summary>Whenever they look next.</summary>
    Low,

    /// <summary>Today.</summary>
    Normal,

    /// <summary>Now.</summary>
    Critical,
}
