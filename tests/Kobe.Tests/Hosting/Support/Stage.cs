using System.Text.Json;
using Kobe.Hosting;
using Kobe.Testing;

namespace Kobe.Tests.Hosting;

/// <summary>A host with real runners and the fixtures' plugins, in a directory of its own.</summary>
internal sealed class Stage : IDisposable
{
    private static readonly DateTimeOffset Due = new(2026, 11, 20, 14, 35, 0, TimeSpan.Zero);

    private readonly Lazy<string> directory = new(() => Directory.CreateTempSubdirectory("kobe-stage-").FullName);
    private int starts;

    public Stage(
        string? plugins = null,
        string? laneLock = null,
        bool spare = true,
        Func<RunnerSettings, RunnerSettings>? change = null,
        params string[] fixtures)
    {
        var settings = new RunnerSettings
        {
            Runner = Path.Combine(Built("Kobe"), "runner", "kobe-runner.dll"),
            Plugins = plugins ?? Lay(fixtures is [] ? ["Kobe.Fixtures.Zoo"] : fixtures),
            LaneLock = laneLock ?? Path.Combine(directory.Value, "lane.lock"),
            Spare = spare,
            HeapLimit = 200 * 1024 * 1024,
        };
        Settings = change?.Invoke(settings) ?? settings;
        Host = new(Settings, Heard);
    }

    public RunnerSettings Settings { get; }

    public Heard Heard { get; } = new();

    public RunnerHost Host { get; }

    /// <summary>Where a project of this build lies.</summary>
    public static string Built(string project)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        return Repository.At("artifacts", "bin", project, configuration);
    }

    /// <summary>A request for the stage's next start.</summary>
    public AttemptRequest Request(string handler, string? arguments = null)
    {
        starts++;
        return new()
        {
            Key = new("animal", new(2026, 11, 20), $"/{starts}"),
            Handler = handler,
            Start = starts,
            Attempt = 1,
            DueAt = Due,
            Deadline = Due.AddSeconds(30),
            Market = new(Markets.Quiet),
            Arguments = arguments is null ? default : JsonElement.Parse(arguments),
        };
    }

    /// <summary>Starts a handler.</summary>
    public AttemptRequest Start(string handler, string? arguments = null) => Start(Request(handler, arguments));

    public AttemptRequest Start(AttemptRequest request)
    {
        Host.Start(request);
        return request;
    }

    /// <summary>Starts a handler and waits for its result.</summary>
    public AttemptResult Run(string handler, string? arguments = null) => ResultOf(Start(handler, arguments));

    public AttemptResult ResultOf(AttemptRequest request) =>
        Heard.WaitFor<AttemptResult>(result => result.Key == request.Key);

    /// <summary>Waits until so many runners have been ready.</summary>
    public void WaitForRunners(int count)
    {
        RunnerChange.Ready? last = null;
        for (var i = 0; i < count; i++)
        {
            var seen = Heard.All<RunnerChange.Ready>().Take(i).Select(ready => ready.Pid).ToHashSet();
            last = Heard.WaitFor<RunnerChange.Ready>(ready => !seen.Contains(ready.Pid));
        }
    }

    /// <summary>Waits for a line of a handler's log that begins so.</summary>
    public string WaitForLine(string beginning) =>
        Heard.WaitFor<HandlerReport.Logged>(line => line.Text.StartsWith(beginning, StringComparison.Ordinal)).Text;

    public void Dispose()
    {
        Host.Dispose();
        if (directory.IsValueCreated)
        {
            Directory.Delete(directory.Value, recursive: true);
        }
    }

    /// <summary>Lays plugins where a host looks for them.</summary>
    private string Lay(string[] fixtures)
    {
        var plugins = Path.Combine(directory.Value, "plugins");
        foreach (var fixture in fixtures)
        {
            var target = Directory.CreateDirectory(Path.Combine(plugins, fixture)).FullName;
            foreach (var file in Directory.GetFiles(Built(fixture)))
            {
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            }
        }

        return plugins;
    }
}
