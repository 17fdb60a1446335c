using System.Runtime.CompilerServices;
using Kobe.Brain;
using Kobe.Brain.Reloads;
using Kobe.Config;
using Kobe.Logging;
using Kobe.Markets;
using Kobe.Schedules;

namespace Kobe.Tests.Brain.Reloads;

/// <summary>What is read anew takes the place of what was there, and lets it go.</summary>
public sealed class ReloaderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kobe-reload-").FullName;
    private readonly LoadedSchedule _first;
    private Roster _inForce;

    public ReloaderTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "schedule"));
        Write("one");
        _first = Loaded();
        _inForce = new(_first.Schedule, _first.Calendars, Rows.Catalogue, TimeProvider.System.GetUtcNow());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void OldSchedule_IsLetGo_AfterTwoMore()
    {
        var reloader = MakeReloader();
        var old = Replace(reloader, "two");

        Replace(reloader, "three");
        GC.Collect();

        Assert.False(old.TryGetTarget(out _));
    }

    [Fact]
    public void Calendars_AreTakenOver_ByTheFirstReloadToo()
    {
        Write("two");

        Assert.Same(_first.Calendars, MakeReloader().Load(always: true)!.Calendars);
    }

    // Apart, so that no register or local of the test keeps what was replaced.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference<Roster> Replace(Reloader reloader, string id)
    {
        var old = new WeakReference<Roster>(_inForce);
        Write(id);
        _inForce = reloader.Load(always: true)!;
        Assert.NotNull(_inForce.Find(id));
        return old;
    }

    private Reloader MakeReloader()
    {
        var zones = new MachineZones();
        var environment = new Dictionary<string, string>();
        return new(
            Files(), ConfigLoader.Load(new(null, environment, []), zones), ScheduleSettings.Default(zones, environment), zones,
            TimeProvider.System, null, null, _first, () => _inForce, (_, _) => { },
            new Log(LogLevel.Error, TimeProvider.System, new Redaction()));
    }

    private BrainFiles Files() => new(Path.Combine(_root, "state"), Path.Combine(_root, "schedule"), Path.Combine(_root, "plugins"));

    private LoadedSchedule Loaded()
    {
        var zones = new MachineZones();
        return ScheduleLoader.Load(
            Path.Combine(_root, "schedule"), zones, TimeProvider.System.GetUtcNow(),
            ScheduleSettings.Default(zones, new Dictionary<string, string>()), catalogue: null, _ => { });
    }

    private void Write(string id) => File.WriteAllText(
        Path.Combine(_root, "schedule", "a.yaml"), $"tasks:\n  - {{ id: {id}, at: \"09:35\", run: pure }}\n");
}
