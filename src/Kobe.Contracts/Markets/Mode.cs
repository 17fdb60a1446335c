namespace Kobe.Contracts;

/// <summary>What the desk works on in a phase.</summary>
public enum Mode
{
    /// <summary>Backups, clean-up, checks of the machine.</summary>
    MAINTENANCE,

    /// <summary>
    /// The small hours in which as little as possible runs; filters see it as <see cref="MAINTENANCE"/>.
    /// </summary>
    SLEEP,

    /// <summary>Looking for ideas: data, scans, experiments.</summary>
    RESEARCH,

    /// <summary>Watching positions and data without new entries of its own.</summary>
    MONITORING,

    /// <summary>Entries are free, within the limits of the desk.</summary>
    ACTIVE_TRADING,

    /// <summary>Reviewing the day that has just ended.</summary>
    LEARNING,
}
