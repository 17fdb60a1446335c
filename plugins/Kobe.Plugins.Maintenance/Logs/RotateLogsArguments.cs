using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Logs;

/// <summary>Which logs are put away, and for how long.</summary>
/// <param name="State">The state directory.</param>
/// <param name="Directory">Where the logs are.</param>
/// <param name="KeepDays">How long a compressed log is kept.</param>
public sealed record RotateLogsArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("The directory of the logs; logs in the state directory when it isn't given.")] string? Directory = null,
    [Argument("How long a compressed log is kept.", Unit = "days")] int KeepDays = 90);
