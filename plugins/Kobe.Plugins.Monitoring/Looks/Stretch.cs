namespace Kobe.Plugins.Monitoring.Looks;

/// <summary>Which time is looked at.</summary>
public enum Stretch
{
    /// <summary>So long until now.</summary>
    Over,

    /// <summary>Pre-market trading of the date's session.</summary>
    Premarket,

    /// <summary>Core trading of the date.</summary>
    Session,

    /// <summary>From the close of the date's session until now.</summary>
    Evening,

    /// <summary>The civil date until now.</summary>
    Date,

    /// <summary>The civil date before.</summary>
    Yesterday,
}
