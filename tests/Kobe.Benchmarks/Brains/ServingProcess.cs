using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kobe.Benchmarks.Brains;

/// <summary>A program that says on stderr when it is ready and goes on until it is ended.</summary>
internal sealed partial class ServingProcess : IDisposable
{
    private const int Kill = 9;
    private const int Terminate = 15;
    private static readonly TimeSpan ReadyMax = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly List<string> _first = [];
    private readonly TaskCompletionSource<double> _ready = new();
    private readonly string _word;

    private ServingProcess(ProcessStartInfo start, string word)
    {
        _word = word;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public int Pid => _process.Id;

    /// <summary>From its start until it said that it is ready.</summary>
    public double ReadyMs => _ready.Task.Wait(ReadyMax)
        ? _ready.Task.Result
        : throw new InvalidOperationException("Not ready: " + string.Join('\n', _first));

    /// <summary>Starts a brain in a home, ready or not.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="home">Its home.</param>
    /// <param name="clock">What time it is to be, for a brain that must not meet a due row; null: the machine's.</param>
    public static ServingProcess Brain(Programs programs, BrainHome home, string? clock = null)
    {
        var start = new ProcessStartInfo(
            "dotnet", [programs.Kobe, "run", "--plugins", "plugins", "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = home.Root,
        };
        if (clock is not null)
        {
            start.Environment["KOBE_TEST_CLOCK"] = clock;
        }

        return new(start, " ready: ");
    }

    /// <summary>Starts this program as something else.</summary>
    public static ServingProcess Probe(params string[] arguments) =>
        new(new ProcessStartInfo("dotnet", [Programs.Own, .. arguments]), "ready");

    /// <summary>The processes that it started and that still run.</summary>
    public IReadOnlyList<int> Children() =>
        [.. Directory.GetDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var pid) ? pid : 0)
            .Where(pid => pid > 0 && ProcessUse.ParentOf(pid) == Pid)];

    /// <summary>Lets it live for a while.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public void LetLive(TimeSpan span)
    {
        if (_process.WaitForExit(span))
        {
            throw new InvalidOperationException($"It ended with {_process.ExitCode}.");
        }
    }

    /// <summary>Ends it without a chance to do anything.</summary>
    public void Crash()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _ = Signal(Pid, Terminate);
            if (!_process.WaitForExit(EndMax))
            {
                _ = Signal(Pid, Kill);
            }
        }

        _process.WaitForExit();
        _process.Dispose();
    }

    // The log goes on for long: only its beginning is kept, to be shown when it never gets ready.
    private void Hear(string? line)
    {
        if (line is null || _ready.Task.IsCompleted)
        {
            return;
        }

        _first.Add(line);
        if (line.Contains(_word, StringComparison.Ordinal))
        {
            _ready.TrySetResult(Stopwatch.GetElapsedTime(_began).TotalMilliseconds);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);
}
