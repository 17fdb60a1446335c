using Kobe.Contracts;

namespace Kobe.Plugins.Scripts;

/// <summary>What the exit codes of programs mean: 0 success, 2 fatal, all others worth another try.</summary>
internal static class ExitCodes
{
    private const int Fatal = 2;

    // The shell's way, which the framework follows: a process that a signal ended has 128 + the signal.
    private const int Signalled = 128;

    /// <summary>The end of a program that didn't succeed.</summary>
    /// <param name="code">Its exit code, not 0.</param>
    /// <param name="program">Its name.</param>
    /// <param name="said">What it said about it, or null.</param>
    public static TaskResult Failure(int code, string program, string? said)
    {
        var what = code > Signalled
            ? $"{program} was ended by signal {code - Signalled}"
            : $"{program} ended with {code}";
        var error = string.IsNullOrWhiteSpace(said) ? what + "." : $"{what}: {said}";
        return code == Fatal ? new TaskResult.Fatal(error) : new TaskResult.Failed(error);
    }
}
