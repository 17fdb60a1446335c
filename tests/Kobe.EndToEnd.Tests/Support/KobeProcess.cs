using System.Diagnostics;
using Kobe.Testing;

namespace Kobe.EndToEnd.Tests.Support;

/// <summary>Runs the program as it was published, as an operator would, and waits for its end.</summary>
internal static class KobeProcess
{
    // The program answers in a tenth of this at the worst; what takes longer hangs.
    private static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(30);

    // Two builds and a restore, on a machine that does other things too.
    private static readonly TimeSpan BuildTimeMax = TimeSpan.FromMinutes(4);

    /// <summary>The program's assembly: what KOBE_PUBLISHED names, or what was built last.</summary>
    public static string Assembly { get; } = FindAssembly();

    /// <summary>Runs kobe in an empty directory.</summary>
    public static Task<KobeResult> Run(params string[] arguments) => Run([], arguments);

    /// <summary>Runs kobe with environment variables changed; null removes one.</summary>
    public static async Task<KobeResult> Run((string Name, string? Value)[] environment, params string[] arguments)
    {
        using var empty = new ScheduleFolder();
        return await Run(empty.Path, environment, arguments);
    }

    /// <summary>Runs kobe in a directory.</summary>
    public static Task<KobeResult> Run(
        string directory, (string Name, string? Value)[] environment, params string[] arguments) =>
        Start("dotnet", [Assembly, .. arguments], directory, environment);

    /// <summary>Runs a line of shell in an empty directory, in which $KOBE stands for the program.</summary>
    public static async Task<KobeResult> Shell(string line, params (string Name, string? Value)[] environment)
    {
        using var empty = new ScheduleFolder();
        return await Start("bash", ["-c", line], empty.Path, [("KOBE", $"dotnet {Assembly}"), .. environment]);
    }

    /// <summary>Runs lines of shell in a directory, in which $KOBE stands for the program; builds take their time.</summary>
    public static Task<KobeResult> Script(
        string directory, string lines, params (string Name, string? Value)[] environment) =>
        Start("bash", ["-c", lines], directory, [("KOBE", $"dotnet {Assembly}"), .. environment], BuildTimeMax);

    /// <summary>How kobe is started, for those who start it themselves.</summary>
    public static ProcessStartInfo Describe(
        string directory, (string Name, string? Value)[] environment, string[] arguments, string? mount = null) =>
        mount is null
            ? Describe("dotnet", [Assembly, .. arguments], directory, environment)
            : Describe(
                "unshare", ["-m", "bash", "-c", mount + " && exec \"$@\"", "-", "dotnet", Assembly, .. arguments],
                directory, environment);

    private static ProcessStartInfo Describe(
        string program, string[] arguments, string directory, (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the tests themselves are told by is no setting of the program.
        foreach (var told in start.Environment.Keys.Where(key => key.StartsWith("KOBE_")).ToList())
        {
            start.Environment.Remove(told);
        }

        foreach (var (name, value) in Usual.Concat(environment))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task<KobeResult> Start(
        string program, string[] arguments, string directory, (string Name, string? Value)[] environment,
        TimeSpan? timeMax = null)
    {
        var start = Describe(program, arguments, directory, environment);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(timeMax ?? TimeMax);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', arguments)} did not end in time.");
        }
    }

    // Neither the machine's zone nor its language may matter, so both are odd here.
    private static IEnumerable<(string Name, string? Value)> Usual =>
        [("TZ", "Asia/Tokyo"), ("LANG", "de_DE.UTF-8"), ("TERM", "xterm-256color"), ("NO_COLOR", null)];

    private static string FindAssembly()
    {
        var named = Environment.GetEnvironmentVariable("KOBE_PUBLISHED");
        if (named is { Length: > 0 })
        {
            return Directory.Exists(named) ? Path.Combine(named, "kobe.dll") : named;
        }

        string[] built = [Repository.At("artifacts", "kobe", "kobe.dll"), Repository.At("artifacts", "bin", "Kobe",
            "release", "kobe.dll")];
        return built.Where(File.Exists).MaxBy(File.GetLastWriteTimeUtc)
            ?? throw new InvalidOperationException("Kobe is not built: run build/publish artifacts/kobe.");
    }
}
