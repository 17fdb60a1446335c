using System.Diagnostics;
using System.Text.Json;

namespace Kobe.Benchmarks.Figures;

/// <summary>A brain that runs on the shipped schedule, in a state directory of its own.</summary>
internal sealed class BenchBrain : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;

    public BenchBrain(Programs programs, params string[] options)
    {
        State = Directory.CreateTempSubdirectory("kobe-bench-").FullName;
        _process = Process.Start(new ProcessStartInfo(
            "dotnet", [programs.Kobe, "run", "--state", State, "--urls", "http://127.0.0.1:0", .. options])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        Url = WaitForUrl();
    }

    public string State { get; }

    public Uri Url { get; }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(State, recursive: true);
    }

    private Uri WaitForUrl()
    {
        var file = Path.Combine(State, "brain.json");
        var began = Stopwatch.GetTimestamp();
        using var never = new ManualResetEvent(false);
        while (!File.Exists(file))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience || _process.HasExited)
            {
                throw new InvalidOperationException("No brain came up to measure.");
            }

            never.WaitOne(LookAgain);
        }

        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return new(document.RootElement.GetProperty("url").GetString()!);
    }
}
