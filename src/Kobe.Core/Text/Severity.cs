namespace Kobe.Core.Text;

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
public enum Severity
{
    /// <summary>The file is refused whole.</summary>
    Error,

    /// <summary>The file is used; somebody should look at it.</summary>
    Warning,
}
