using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;

namespace Kobe.Hosting;

/// <summary>Starts the process of a runner.</summary>
internal static class RunnerStart
{
    /// <summary>The variable that marks a runner and all that it starts, so that nothing of it can hide.</summary>
    public const string MarkName = "KOBE_RUNNER";

    // What programs need to find their files, people's zone and certificates, and the account that a person lets the
    // desk trade with real money in, which the desk compares with the broker's. Everything else stays with the brain.
    private static readonly string[] Allowed =
    [
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TZDIR", "TMPDIR", "DOTNET_ROOT",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "KOBE_LIVE",
    ];

    // One at a time: a pipe that is open for one child must not be inherited by another.
    private static readonly Lock Gate = new();

    /// <summary>Starts a runner.</summary>
    /// <param name="settings">How.</param>
    /// <param name="mark">The value of <see cref="MarkName"/>.</param>
    /// <param name="requests">The pipe for orders, the brain's end.</param>
    public static Process Start(RunnerSettings settings, string mark, out AnonymousPipeServerStream requests)
    {
        lock (Gate)
        {
            requests = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            try
            {
                return Process.Start(Describe(settings, mark, requests.GetClientHandleAsString()))
                    ?? throw new InvalidOperationException("The runner's process didn't start.");
            }
            catch
            {
                requests.Dispose();
                throw;
            }
            finally
            {
                requests.DisposeLocalCopyOfClientHandle();
            }
        }
    }

    private static ProcessStartInfo Describe(RunnerSettings settings, string mark, string requests)
    {
        var start = new ProcessStartInfo(Dotnet())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = settings.WorkingDirectory ?? "",
            ArgumentList = { settings.Runner, "--requests", requests, "--plugins", Path.GetFullPath(settings.Plugins) },
        };
        start.ArgumentList.Add("--output");
        start.ArgumentList.Add(settings.OutputLimit.ToString(CultureInfo.InvariantCulture));
        if (settings.LaneLock is not null)
        {
            start.ArgumentList.Add("--lane-lock");
            start.ArgumentList.Add(Path.GetFullPath(settings.LaneLock));
        }

        var inherited = Allowed.Concat(settings.Environment)
            .Select(name => (name, value: Environment.GetEnvironmentVariable(name)))
            .ToList();
        start.Environment.Clear();
        foreach (var (name, value) in inherited)
        {
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }

        Tell(start, "KOBE_PLUGINS", settings.Plugins);
        Tell(start, "KOBE_STATE", settings.State);
        Tell(start, "KOBE_SCHEDULE", settings.Schedule);
        start.Environment["KOBE_DESK"] = settings.Desk ?? "{}";
        start.Environment[MarkName] = mark;
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x" + settings.HeapLimit.ToString("x");

        // One run needs little; the default follows the processor's cache and lets a runner grow by tens of megabytes.
        start.Environment["DOTNET_GCgen0size"] = "0x400000";

        // The runtime's diagnostic socket would stay behind in /tmp each time that a runner is killed.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    // Absolute, so that it means the same wherever a handler works.
    private static void Tell(ProcessStartInfo start, string name, string? path)
    {
        if (path is not null)
        {
            start.Environment[name] = Path.GetFullPath(path);
        }
    }

    // The same dotnet that runs the brain, whatever PATH says: shared/Microsoft.NETCore.App/<version> lies below it.
    private static string Dotnet()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var dotnet = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "dotnet"));
        return File.Exists(dotnet) ? dotnet : "dotnet";
    }
}
