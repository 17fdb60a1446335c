using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Operation;
using Kobe.Tests.Journals;

namespace Kobe.Tests.Monitoring;

/// <summary>A state directory as the brain leaves it, in a place of its own.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class StateFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("kobe-state-").FullName;

    public string Journal => Path.Combine(Root, "journal");

    /// <summary>The newest file of the journal.</summary>
    public string NewestDay => Directory.GetFiles(Journal, "*.jsonl").Order(StringComparer.Ordinal).Last();

    public string At(string name) => Path.Combine(Root, name);

    /// <summary>Writes a file as the brain does.</summary>
    public void Write(string name, string text)
    {
        OwnerDirectory.Make(Path.GetDirectoryName(At(name))!);
        AtomicFile.Write(At(name), Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Writes the heartbeat of this process.</summary>
    public void Beat(DateTimeOffset at, int overdue = 0, long loopAgeMs = 4, int? pid = null, bool alive = true) =>
        Write("heartbeat.json", $$"""
            {
              "timestamp": "{{at:yyyy-MM-ddTHH:mm:ss}}+00:00", "alive": {{(alive ? "true" : "false")}}, "cycles": 42,
              "last_task": "disk", "mode": "MONITORING", "phase": "LUNCH", "queue": {{overdue + 1}},
              "overdue": {{overdue}}, "loop_age_ms": {{loopAgeMs}}, "pid": {{pid ?? Environment.ProcessId}},
              "version": "0.1.0"
            }
            """);

    /// <summary>Writes the view of a brain that started then.</summary>
    public void Started(DateTimeOffset startedAt, DateTimeOffset at) =>
        Write("brain_state.json", $$"""{"at":"{{at:O}}","startedAt":"{{startedAt:O}}","cycles":42}""");

    /// <summary>Writes which rows are in force: <c>id category</c>, or <c>id trading kind</c>.</summary>
    public void Rows(params string[] rows) =>
        Write("tasks.json", JsonSerializer.Serialize(new
        {
            hash = "made-up",
            tasks = rows.Select(row => row.Split(' ')).Select(row => new
            {
                id = row[0], handler = "a.b", category = row[1], kind = row.ElementAtOrDefault(2), enabled = true,
            }),
        }));

    /// <summary>Journals events with the brain's own writer, closed in the end.</summary>
    public void Append(params IEnumerable<RunEvent> events)
    {
        using var opened = Opening.Of(new FileJournalStore(new FileJournalMedium(Journal), JournalOptions.Default));
        opened.Write(events);
    }

    /// <summary>Everything below, with its content: to show that nothing was changed.</summary>
    public IReadOnlyList<string> Contents() =>
    [
        .. Directory.GetFileSystemEntries(Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => path + (File.Exists(path) ? Convert.ToHexString(File.ReadAllBytes(path)) : "")),
    ];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
