namespace Kobe.Hosting;

/// <summary>What the end of a runner's process is called.</summary>
internal static class ExitWords
{
    // The shell's way, which the framework follows: a process that a signal ended has 128 + the signal.
    private const int Signalled = 128;

    public static string Of(int exitCode, string? crash) => (exitCode, crash) switch
    {
        (_, not null) => $"The runner ended with {exitCode}: {crash}",
        (Signalled + 6, _) => "The runner aborted (SIGABRT): a stack overflow, FailFast or a fault of the runtime.",
        (Signalled + 9, _) => "The runner was killed (SIGKILL).",
        (Signalled + 11, _) => "The runner broke down (SIGSEGV).",
        ( > Signalled, _) => $"The runner was ended by signal {exitCode - Signalled}.",
        _ => $"The runner ended with {exitCode} and without an answer.",
    };
}
