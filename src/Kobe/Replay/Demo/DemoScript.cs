using System.Globalization;
using System.Text.Json;
using Kobe.Core.Markets;
using Kobe.Operation;
using Kobe.Views;

namespace Kobe.Replay.Demo;

/// <summary>What goes wrong in the demo, and when: extra rows, a script of faults for the desk, pace.</summary>
internal sealed class DemoScript(DateOnly date, TimeZoneInfo zone, double speed)
{
    /// <summary>The seed of the demo's market: one whose half day has entries in the morning.</summary>
    public const int Seed = 1;

    /// <summary>The row that throws.</summary>
    public const string Throws = "demo.throws";

    /// <summary>The row that hangs.</summary>
    public const string Hangs = "demo.hangs";

    // Quiet hours go by so many times as fast as the session.
    private const double Hurry = 30;

    /// <summary>The day: the Friday after Thanksgiving, an early close.</summary>
    public DateOnly Date => date;

    /// <summary>The price feed stands still.</summary>
    public DateTimeOffset FeedStops => At(10, 7);

    /// <summary>It goes on.</summary>
    public DateTimeOffset FeedGoesOn => At(10, 24);

    /// <summary>The row that throws falls due.</summary>
    public DateTimeOffset ThrowsAt => At(10, 38);

    /// <summary>The row that hangs falls due.</summary>
    public DateTimeOffset HangsAt => At(10, 47);

    /// <summary>From here on the broker takes the next order and answers with an error.</summary>
    public DateTimeOffset BrokerFails => At(10, 29);

    /// <summary>A person halts trading.</summary>
    public DateTimeOffset Halted => At(11, 33);

    /// <summary>And lets it go on.</summary>
    public DateTimeOffset Activated => At(11, 52);

    /// <summary>The market opens, and closes.</summary>
    public DateTimeOffset Open => At(9, 30);

    public DateTimeOffset Close => At(13, 0);

    /// <summary>How fast the day goes by.</summary>
    public IReadOnlyList<PaceStep> Pace =>
    [
        new(At(9, 28), speed * Hurry), new(At(13, 2), speed), new(new LocalDay(date, zone).End, speed * Hurry),
    ];

    /// <summary>Puts the owner's schedule with the demo's rows, and the desk's faults, into a directory.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="schedule">The owner's schedule directory.</param>
    /// <returns>The schedule directory of the demo.</returns>
    public string Lay(string state, string schedule)
    {
        var folder = Path.Combine(state, "schedule");
        foreach (var file in Directory.EnumerateFiles(schedule, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(schedule, file));
            OwnerDirectory.Make(Path.GetDirectoryName(target)!);
            AtomicFile.WriteUnsynced(target, File.ReadAllBytes(file));
        }

        AtomicFile.WriteUnsynced(Path.Combine(folder, "demo.yaml"), System.Text.Encoding.UTF8.GetBytes(Rows()));
        OwnerDirectory.Make(Path.Combine(state, "desk"));
        AtomicFile.WriteUnsynced(Path.Combine(state, "desk", "faults.json"), JsonBytes.OfFile(WriteFaults));
        return folder;
    }

    private string Rows() => string.Create(CultureInfo.InvariantCulture, $$"""
        zone: "{{zone.Id}}"
        defaults: { category: maintenance, tags: [demo] }
        tasks:
          - { id: {{Throws}}, at: "{{Time(ThrowsAt)}}", run: maintenance.fire_drill, timeout: 5s,
              args: { kind: throw, attempts: 2 }, about: "Throws twice and then works" }
          - { id: {{Hangs}}, at: "{{Time(HangsAt)}}", run: maintenance.fire_drill, timeout: 3s, on_unknown: retry,
              args: { kind: hang, attempts: 1 }, about: "Hangs once, deaf to its token" }
        """) + "\n";

    private void WriteFaults(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("feed");
        writer.WriteStartObject();
        writer.WriteString("from", FeedStops);
        writer.WriteString("to", FeedGoesOn);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("broker");
        writer.WriteStartObject();
        writer.WriteString("at", BrokerFails);
        writer.WriteString("fault", "500_after_accept");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private string Time(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private DateTimeOffset At(int hour, int minute) =>
        new LocalDay(date, zone).Resolve(new TimeSpan(hour, minute, 0), GapPolicy.Run, OverlapPolicy.First)!.Value;
}
