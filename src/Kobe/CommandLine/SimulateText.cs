using System.Globalization;
using System.Text;
using Kobe.Core.Runs;
using Kobe.Core.Text;
using Kobe.Simulation;
using Kobe.Simulation.Laws;
using Kobe.Simulation.Reporting;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe simulate</c> prints for a person.</summary>
internal static class SimulateText
{
    // What fits on a screen; the whole is in --json.
    private const int RowsMax = 25;
    private const int MinutesMax = 5;

    public static void Write(SimulationReport report)
    {
        SheetOutput.Write(Summary(report));
        TableOutput.Write(Laws(report.Outcome.Laws));
        var statistics = report.Outcome.Statistics!;
        if (statistics.Reasons.InOrder() is { Count: > 0 } reasons)
        {
            TableOutput.Write(Reasons(reasons));
        }

        TableOutput.Write(Days(statistics));
        TableOutput.Write(Tasks(statistics));
        if (report.Changes is { } changes)
        {
            TableOutput.Write(Changes(changes, report.Request.Zone));
        }

        Terminal.Write(Ending(report));
    }

    /// <summary>The minutes of the day with the most starts, busiest first.</summary>
    public static IEnumerable<NameCount> Busiest(Statistics statistics) => statistics.Minutes
        .Select((starts, minute) => new NameCount($"{minute / 60:00}:{minute % 60:00}") { Times = starts })
        .Where(minute => minute.Times > 0)
        .OrderByDescending(minute => minute.Times).ThenBy(minute => minute.Name, StringComparer.Ordinal)
        .Take(MinutesMax);

    private static Sheet Summary(SimulationReport report)
    {
        var (request, outcome, statistics) = (report.Request, report.Outcome, report.Outcome.Statistics!);
        var sheet = new Sheet(
            $"simulated {request.From:yyyy-MM-dd} to {request.To:yyyy-MM-dd}, {Seeds(request)}, {request.Profile}");
        sheet.Add("occurrences", $"{Number(outcome.Planned)} of {report.Open.Schedule.Tasks.Count} tasks");
        foreach (var state in SimulateView.States.Where(state => outcome.Finals[(int)state] > 0))
        {
            sheet.Add("  " + state.ToString().ToLowerInvariant(), Number(outcome.Finals[(int)state]));
        }

        sheet.Add("  held, pending", $"{outcome.Held}, {outcome.Pending}");
        sheet.Add("lateness", $"p50 {Short(statistics.Lateness.Percentile(0.5))}, "
            + $"p99 {Short(statistics.Lateness.Percentile(0.99))}, max {Short(statistics.Lateness.Max)}");
        sheet.Add("lane", $"busy {statistics.Busy / TimeSpan.FromDays(request.Days):P1}, at most "
            + $"{statistics.QueueMax} waiting");
        sheet.Add("durations", request.Durations.Count > 0
            ? $"as the journal knows them of {request.Durations.Count} tasks, of the others drawn"
            : "drawn, 0.1 to 3 s: there is no journal to learn from");
        sheet.Add(
            "busiest", string.Join(", ", Busiest(statistics).Select(entry => $"{entry.Name} ({entry.Times})")));
        sheet.Add("starts of kobe", Number(outcome.Boots));
        sheet.Add("digest", SimulationRun.DigestOf(outcome));
        sheet.Add(
            "took", $"{report.Elapsed.TotalSeconds:0.00} s for {Number((long)request.Days * request.Seeds)} days");
        return sheet;
    }

    private static Table Laws(LawCounts laws)
    {
        var table = new Table("law", "checked", "broken");
        foreach (var law in Enum.GetValues<Law>())
        {
            table.Add(SimulateView.NameOf(law), Number(laws.CheckedOf(law)), Number(laws.BrokenOf(law)));
        }

        return table;
    }

    private static Table Reasons(IReadOnlyList<NameCount> reasons)
    {
        var table = new Table("count", "why not");
        foreach (var reason in reasons.OrderByDescending(reason => reason.Times).Take(RowsMax))
        {
            table.Add(Number(reason.Times), reason.Name);
        }

        return table;
    }

    private static Table Days(Statistics statistics)
    {
        var table = new Table("fullest days", "planned", "succeeded", "failed", "skipped", "expired", "queue", "busy");
        foreach (var day in statistics.Days.OrderByDescending(day => day.QueueMax).ThenBy(day => day.Date).Take(10))
        {
            table.Add(
                day.Date.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture), Number(day.Planned),
                Number(day[FinalState.Succeeded]), Number(day[FinalState.Failed]), Number(day[FinalState.Skipped]),
                Number(day[FinalState.Expired]), Number(day.QueueMax), Short(day.Busy));
        }

        return table;
    }

    private static Table Tasks(Statistics statistics)
    {
        var table = new Table("latest tasks", "planned", "run", "skipped", "expired", "p50", "p99", "max");
        foreach (var task in statistics.Tasks.OrderByDescending(task => task.Lateness.Max).Take(RowsMax))
        {
            table.Add(
                task.Task, Number(task.Planned), Number(task.Starts), Number(task[FinalState.Skipped]),
                Number(task[FinalState.Expired]), Short(task.Lateness.Percentile(0.5)),
                Short(task.Lateness.Percentile(0.99)), Short(task.Lateness.Max));
        }

        return table;
    }

    private static Table Changes(IReadOnlyList<ChangedOccurrence> changes, TimeZoneInfo zone)
    {
        var table = new Table("change", "key", "before", "after", "ends");
        foreach (var change in changes.Take(RowsMax * 2))
        {
            table.Add(
                SimulateView.NameOf(change.Kind), change.Key.ToString(), Local(change.Before, zone),
                Local(change.After, zone), change.State?.ToString().ToLowerInvariant() ?? "");
        }

        table.Add("in all", string.Join(", ", changes.GroupBy(change => change.Kind).OrderBy(group => group.Key)
            .Select(group => $"{SimulateView.NameOf(group.Key)} {group.Count()}")), "", "", "");
        return table;
    }

    private static StringBuilder Ending(SimulationReport report)
    {
        var text = new StringBuilder();
        foreach (var broken in report.Outcome.Laws.Cases)
        {
            text.Append(CultureInfo.InvariantCulture, $"BROKEN {broken.Law} at {broken.At:O}: {broken.What}\n");
        }

        foreach (var seed in report.Outcome.BrokenSeeds)
        {
            text.Append(CultureInfo.InvariantCulture, $"Again: {report.Request.Replay(seed)}\n");
        }

        return text.Append(report.Outcome.Laws.Broken == 0 ? "No law was broken.\n" : "");
    }

    private static string Seeds(SimulationRequest request) => request.Seeds == 1
        ? $"seed {request.Seed}"
        : $"seeds {request.Seed} to {request.Seed + (ulong)request.Seeds - 1}";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(TimeSpan span) => span < TimeSpan.FromSeconds(1)
        ? $"{span.TotalMilliseconds:0} ms"
        : DurationText.Format(TimeSpan.FromSeconds(Math.Floor(span.TotalSeconds)));

    private static string Local(DateTimeOffset? instant, TimeZoneInfo zone) => instant is { } known
        ? TimeZoneInfo.ConvertTime(known, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : "";
}
