using System.Globalization;
using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Support;
using Kobe.Testing;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>A directory with all that a brain needs: plugins, a schedule, a state directory; gone after the test.
/// </summary>
internal sealed class Home : IDisposable
{
    private static readonly string[] Fixtures = ["Kobe.Fixtures.Zoo", "Kobe.Fixtures.Effects"];

    private static readonly string[] LookAtPlugins =
        ["run", "once", "--once", "check", "next", "plan", "tasks", "explain", "handlers", "plugins"];

    public Home(params string[] rows)
    {
        Root = Directory.CreateTempSubdirectory("kobe-home-").FullName;
        State = Path.Combine(Root, "state");
        Journal = new(State);
        foreach (var fixture in Fixtures)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Root, "plugins", fixture)).FullName;
            foreach (var file in Directory.GetFiles(Repository.At("artifacts", "bin", fixture, "release"), "*.dll"))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            File.Copy(
                Repository.At("artifacts", "bin", fixture, "release", fixture + ".deps.json"),
                Path.Combine(folder, fixture + ".deps.json"));
        }

        Directory.CreateDirectory(Path.Combine(Root, "schedule"));
        Schedule(rows);
    }

    public string Root { get; }

    public string State { get; }

    public JournalText Journal { get; }

    /// <summary>The one file of the schedule.</summary>
    public string ScheduleFile => Path.Combine(Root, "schedule", "rows.yaml");

    /// <summary>Puts other rows into the schedule, each without its braces.</summary>
    public void Schedule(params string[] rows) =>
        File.WriteAllText(ScheduleFile, "tasks:\n" + string.Concat(rows.Select(row => $"  - {{ {row} }}\n")));

    /// <summary>Writes kobe.yaml, a line for each setting.</summary>
    public Home Configured(params string[] lines)
    {
        File.WriteAllLines(Path.Combine(Root, "kobe.yaml"), lines);
        return this;
    }

    /// <summary>Leaves a journal that was planned up to an instant, so that what is due after it runs at start.
    /// </summary>
    public Home PlannedUpTo(string instant)
    {
        var at = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        Journal.Write(new RunEvent.Booted(at, 1, "0", 1), new RunEvent.Planned(at, at));
        return this;
    }

    /// <summary>A file of the state directory.</summary>
    public string InState(params string[] parts) => Path.Combine([State, .. parts]);

    /// <summary>Runs a command in this directory to its end.</summary>
    public Task<KobeResult> Run(string command, params (string Name, string? Value)[] environment) =>
        KobeProcess.Run(Root, environment, Arguments(command));

    /// <summary>One cycle, at a time of day.</summary>
    public Task<KobeResult> Once(string clock, string? crashAt = null) =>
        Run("once", ("KOBE_TEST_CLOCK", clock), ("KOBE_TEST_CRASH_AT", crashAt));

    /// <summary>Starts a brain on a free port and does not wait for it.</summary>
    public RunningBrain Start(params (string Name, string? Value)[] environment) =>
        new(this, ["run", "--plugins", "plugins", "--urls", "http://127.0.0.1:0"], environment);

    /// <summary>Starts a brain and waits until it is ready.</summary>
    public RunningBrain StartReady(params (string Name, string? Value)[] environment)
    {
        var brain = Start(environment);
        try
        {
            brain.WaitReady();
            return brain;
        }
        catch
        {
            brain.Dispose();
            throw;
        }
    }

    /// <summary>Starts a brain whose state directory is a disk in memory that it alone sees.</summary>
    public RunningBrain StartMounted(string options, string clock)
    {
        Directory.CreateDirectory(State);
        return new(this, ["run", "--plugins", "plugins", "--urls", "http://127.0.0.1:0"], [("KOBE_TEST_CLOCK", clock)],
            mount: $"mount -t tmpfs -o {options} tmpfs '{State}'");
    }

    /// <summary>Starts a brain with other options than the usual address.</summary>
    public RunningBrain StartWith(params string[] options) =>
        new(this, ["run", "--plugins", "plugins", .. options], []);

    /// <summary>Processes of this home that still run: brains, runners, and whatever those started.</summary>
    public IReadOnlyList<int> Processes() => [.. MachineProcesses.In(Root)];

    public void Dispose()
    {
        foreach (var left in Processes())
        {
            MachineProcesses.Signal(left, MachineProcesses.Kill);
        }

        Directory.Delete(Root, recursive: true);
    }

    // What looks at plugins takes those of this home; a command that names others keeps them.
    private static string[] Arguments(string command)
    {
        var words = command.Split(' ');
        return LookAtPlugins.Contains(words[0]) && !words.Contains("--plugins") ? [.. words, "--plugins", "plugins"] : words;
    }
}
