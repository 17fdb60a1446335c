namespace Kobe.Core.Schedules.Importing;

/// <summary>Which part of a row was changed.</summary>
public enum ImportPart
{
    /// <summary>The name, which becomes the id.</summary>
    Id,

    /// <summary>The function, which becomes the handler.</summary>
    Run,

    /// <summary>The priority.</summary>
    Priority,

    /// <summary>The days.</summary>
    On,
}
