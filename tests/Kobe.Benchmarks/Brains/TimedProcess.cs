using System.Diagnostics;

namespace Kobe.Benchmarks.Brains;

/// <summary>A program that ran from start to end with its output piped, and how long that took.</summary>
internal sealed record TimedProcess(string Output, double Milliseconds)
{
    public static TimedProcess Run(string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return process.ExitCode == 0
            ? new(output, took)
            : throw new InvalidOperationException($"{Path.GetFileName(assembly)} ended with {process.ExitCode}: {said.Result}");
    }
}
