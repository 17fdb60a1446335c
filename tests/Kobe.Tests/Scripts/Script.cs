using System.Collections.Concurrent;
using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Scripts;

namespace Kobe.Tests.Scripts;

/// <summary>A script in a directory of its own, and what Kobe hears of it.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Script : ITaskLog, ITaskReports, ISecrets, IDisposable
{
    private static readonly DateTimeOffset Due = new(2026, 11, 20, 14, 35, 0, TimeSpan.Zero);

    private readonly SemaphoreSlim _written = new(0);

    public Script(string text, string name = "script.sh")
    {
        Program = Path.Combine(Directory, name);
        File.WriteAllText(Program, text.StartsWith("#!", StringComparison.Ordinal) ? text : "#!/bin/sh\n" + text);
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("kobe-script-").FullName;

    public string Program { get; }

    public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

    public List<Discovery> Discoveries { get; } = [];

    public Dictionary<string, string> Secrets { get; } = [];

    public TaskResult Run(ScriptArguments? arguments = null) =>
        Start(arguments, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    public Task<TaskResult> Start(ScriptArguments? arguments, CancellationToken cancellation) =>
        new RunScriptHandler().RunAsync(
            new()
            {
                Key = "script@2026-11-20T09:35",
                Task = "script",
                DueAt = Due,
                Deadline = Due.AddSeconds(30),
                Clock = TimeProvider.System,
                Attempt = 2,
                Start = 3,
                Market = Hosting.Markets.Quiet,
                ArgumentsRecord = (arguments ?? new(Program)) with { Directory = arguments?.Directory ?? Directory },
                Log = this,
                Reports = this,
                Secrets = this,
            },
            cancellation);

    /// <summary>Waits for a line of the log that begins so.</summary>
    public async Task<string> WaitForLine(string beginning)
    {
        while (true)
        {
            if (Lines.FirstOrDefault(line => line.Text.StartsWith(beginning, StringComparison.Ordinal)).Text is { } line)
            {
                return line;
            }

            Assert.True(await _written.WaitAsync(Hosting.Heard.Patience, TestContext.Current.CancellationToken));
        }
    }

    public string? Find(string name) => Secrets.GetValueOrDefault(name);

    public void Write(LogLevel level, string message)
    {
        Lines.Enqueue((level, message));
        _written.Release();
    }

    public void Progress(double fraction, string? text)
    {
    }

    public void Notify(Urgency urgency, string text)
    {
    }

    public void Discover(Discovery discovery) => Discoveries.Add(discovery);

    public void Dispose()
    {
        System.IO.Directory.Delete(Directory, recursive: true);
        _written.Dispose();
    }
}
