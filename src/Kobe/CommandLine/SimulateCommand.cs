using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Kobe.Brain;
using Kobe.Core.Markets;
using Kobe.Files;
using Kobe.Simulation;
using Kobe.Simulation.Faults;

namespace Kobe.CommandLine;

/// <summary><c>kobe simulate</c>: the schedule on a virtual clock, handlers answered by the seed.</summary>
internal sealed class SimulateCommand(TimeProvider time)
{
    private const int SeedsMax = 100_000;

    private readonly Option<string> _from = new("--from") { Description = "First day [today]", HelpName = "DATE" };

    private readonly Option<string> _to =
        new("--to") { Description = "Last day [a year after the first]", HelpName = "DATE" };

    private readonly Option<string> _seed = new("--seed") { Description = "The seed [1]", HelpName = "N" };

    private readonly Option<string> _seeds =
        new("--seeds") { Description = "How many seeds in a row [1]", HelpName = "N" };

    private readonly Option<string> _faults = new("--faults")
    {
        Description = "What goes wrong: none, storm, tempest (a storm in days), or a profile [none]",
        HelpName = "none|storm|tempest|FILE",
    };

    private readonly Option<string> _compare =
        new("--compare") { Description = "Another schedule directory: what it would change", HelpName = "DIR" };

    private readonly Option<string> _state = new("--state")
    {
        Description = "The state directory, for how long tasks take [state]", HelpName = "DIR",
    };

    private readonly ScheduleOptions _options = new();

    public static Command Make(TimeProvider time) => new SimulateCommand(time).Make();

    private Command Make()
    {
        var command = new Command(
            "simulate",
            "The schedule on a virtual clock, by the brain's own code: what runs, what does not and why, under faults\n"
            + "that the seed draws. Exit code 1 when a law is broken.\n"
            + "Example: kobe simulate --from 2026-01-01 --to 2026-12-31 --faults storm --seed 7");
        Option[] own = [_from, _to, _seed, _seeds, _faults, _compare, _state];
        foreach (var option in own)
        {
            command.Options.Add(option);
        }

        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var open = _options.Open(result, time);
        var request = Read(result, open);
        var watch = Stopwatch.StartNew();
        var change = result.GetValue(_compare) is null ? null : new ScheduleChange();
        using var progress = new SimulationProgress(request);
        var outcome = SimulationRun.Run(
            seed => PlanOf(open, request, seed) with { Finished = change is null ? null : change.Before },
            request.Seed, request.Seeds, progress.Look);
        if (change is not null)
        {
            var other = _options.Open(result, time, result.GetValue(_compare));
            using var simulator = new Simulator(PlanOf(other, request, request.Seed) with { Finished = change.After });
            simulator.Run();
        }

        progress.Clear();
        var report = new SimulationReport(request, open, outcome, watch.Elapsed, change?.Differences());
        if (_options.Json(result))
        {
            JsonOutput.Write(writer => SimulateView.Write(writer, report));
        }
        else
        {
            SimulateText.Write(report);
        }

        return outcome.Laws.Broken > 0 ? ExitCode.Failed : ExitCode.Fine;
    }

    private static SimulationPlan PlanOf(OpenSchedule open, SimulationRequest request, ulong seed) => new()
    {
        Roster = new Roster(open.Schedule, open.Calendars, AssumedHandlers.Of(open.Schedule), open.Now),
        From = request.Begin,
        To = request.End,
        Seed = seed,
        Faults = request.Faults,
        Durations = request.Durations,
    };

    private SimulationRequest Read(ParseResult result, OpenSchedule open)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(open.Now, open.Zone).DateTime);
        var from = result.GetValue(_from) is { } first ? TimeArgument.Date("--from", first) : today;
        var usual = from.AddYears(1).AddDays(-1);
        var to = result.GetValue(_to) is { } last ? TimeArgument.Date("--to", last)
            : usual < ExchangeCalendar.LastDate ? usual : ExchangeCalendar.LastDate;
        if (from > to)
        {
            throw new UserError($"--from {from:yyyy-MM-dd} lies after --to {to:yyyy-MM-dd}. Swap them.");
        }

        var faults = result.GetValue(_faults) ?? "none";
        var change = result.GetValue(_compare);
        var seeds = (int)Number(result.GetValue(_seeds), "--seeds", 1, SeedsMax);
        return change is not null && seeds > 1
            ? throw new UserError("--compare looks at one seed. Leave --seeds out.")
            : new(from, to, open.Zone, Number(result.GetValue(_seed), "--seed", 0, ulong.MaxValue), seeds, faults)
            {
                Faults = RatesOf(faults),
                Durations = KnownDurations.Read(result.GetValue(_state) ?? "state"),
            };
    }

    private static FaultRates RatesOf(string name) => name switch
    {
        "none" => FaultRates.None,
        "storm" => FaultProfiles.Storm,
        "tempest" => FaultProfiles.Tempest,
        _ when File.Exists(name) => FaultFile.Read(name),
        _ => throw new UserError($"--faults '{name}' is no profile and no file. Write none, storm, tempest or a file."),
    };

    private static ulong Number(string? text, string option, ulong min, ulong max) =>
        text is null ? 1
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max ? number
        : throw new UserError($"{option} '{text}' is no number from {min} to {max}.");
}
