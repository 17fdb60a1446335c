using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Rehearsals;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.rehearse_failures asks the real program.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RehearsalHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly RehearsalHandler handler = new();

    public void Dispose() => state.Dispose();

    // The program is built beside the tests.
    private static string Program => Path.Combine(AppContext.BaseDirectory, "kobe.dll");

    [Fact]
    public void Schedule_IsSimulated_WithASeedFromTheKey()
    {
        Schedule("- { id: a, at: \"09:35\", run: x.y, category: maintenance }");

        var result = Rehearse("rehearsal@2026-11-21T08:00");
        var other = Rehearse("rehearsal@2026-11-28T08:00");

        Assert.InRange(result.Evidence.Counts["occurrences"], 4, 8);
        Assert.True(result.Evidence.Counts["checks"] > 0);
        Assert.NotEqual(result.Evidence.Ids, other.Evidence.Ids);
        Assert.Equal("none", result.Facts[0].Value.GetProperty("faults").GetString());
    }

    [Fact]
    public void BadSchedule_IsFatal_WithTheProgramsOwnWords()
    {
        Schedule("- { id: a, at: \"9:35\", run: x.y, category: maintenance }");

        var fatal = Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, Arguments()));

        Assert.Contains("KOBE2", fatal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenLaw_IsFatal_WithTheCommandThatRepeatsIt()
    {
        var found = Rehearsal.Of(
            """{"occurrences":7,"invariants":[{"name":"order","checked":9,"broken":0},{"name":"one_start","checked":5,"broken":2}]}""", 42, "storm");

        var fatal = Assert.IsType<TaskResult.Fatal>(RehearsalHandler.Judge(found, ["simulate", "--seed", "42"]));

        Assert.Equal("In simulation a law was broken: one_start. Repeat it: kobe simulate --seed 42", fatal.Error);
        Assert.IsType<TaskResult.Succeeded>(RehearsalHandler.Judge(found with { Broken = [] }, []));
    }

    [Fact]
    public void MissingProgram_IsFatal() =>
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, Arguments() with { Program = state.At("kobe.dll") }));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(400, 1)]
    public void ArgumentsThatMakeNoSense_AreFatal(int days, int seeds) =>
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, Arguments() with { Days = days, Seeds = seeds }));

    private RehearsalArguments Arguments() =>
        new(Faults: "none", Days: 5, Seeds: 1, Schedule: state.At("schedule"), Program: Program);

    private TaskResult.Succeeded Rehearse(string key)
    {
        attempt.Key = key;
        return attempt.Succeed(handler, Arguments());
    }

    private void Schedule(string row)
    {
        Directory.CreateDirectory(state.At("schedule"));
        File.WriteAllText(state.At("schedule/day.yaml"), "tasks:\n  " + row + "\n");
    }
}
