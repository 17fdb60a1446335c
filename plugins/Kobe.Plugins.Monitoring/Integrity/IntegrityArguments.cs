using Kobe.Contracts;

namespace Kobe.Plugins.Monitoring.Integrity;

/// <summary>How much of the state directory is checked.</summary>
/// <param name="State">The state directory.</param>
/// <param name="Days">For how many days back journal files are read, besides the newest one.</param>
/// <param name="Leftover">How old a temporary file may be before it counts as left behind.</param>
public sealed record IntegrityArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("How many days of journal are read.", Unit = "days")] int Days = 2,
    [Argument("From what age a temporary file was left behind.", Default = "10m")] TimeSpan Leftover = default);
