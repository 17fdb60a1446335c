namespace Kobe.Operation;

/// <summary>Another brain holds the state directory: exit code 3.</summary>
/// <param name="directory">The state directory.</param>
/// <param name="pid">The other's process id; null when it cannot be learnt.</param>
internal sealed class StateInUseException(string directory, int? pid)
    : Exception($"Another brain holds {directory}{(pid is { } known ? $": process {known}" : "")}. "
        + "Stop it first, or use another state directory.")
{
    /// <summary>The other's process id; null when it cannot be learnt.</summary>
    public int? Pid => pid;
}
