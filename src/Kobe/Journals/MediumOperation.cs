namespace Kobe.Journals;

/// <summary>What can be made to fail.</summary>
internal enum MediumOperation
{
    /// <summary>Opening a file for writing.</summary>
    Open,

    /// <summary>Making a file.</summary>
    Create,

    /// <summary>Writing into a file.</summary>
    Write,

    /// <summary>Cutting a file.</summary>
    Truncate,

    /// <summary>Making a file durable.</summary>
    Sync,

    /// <summary>Replacing a file.</summary>
    Replace,

    /// <summary>Deleting a file.</summary>
    Delete,
}
