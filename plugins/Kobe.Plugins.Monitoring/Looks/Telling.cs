namespace Kobe.Plugins.Monitoring.Looks;

/// <summary>How a person learns of a finding, beside the list of findings.</summary>
public enum Telling
{
    /// <summary>From the list only.</summary>
    List,

    /// <summary>By a message that can wait.</summary>
    Low,

    /// <summary>By a message for the same day.</summary>
    Normal,

    /// <summary>By a message at once.</summary>
    Critical,
}
