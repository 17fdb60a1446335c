using System.Globalization;
using System.Text;
using Kobe.Alerts;
using Kobe.Brain;
using Kobe.CommandLine;
using Kobe.Core.Health;
using Kobe.Core.Markets;
using Kobe.Core.Planning;
using Kobe.Core.Runs;
using Kobe.Core.Text;

namespace Kobe.Telegram;

/// <summary>What the chat is told, as plain text: made of what is handed in, and nothing else.</summary>
internal static class ChatAnswers
{
    // A phone shows some ten lines of a queue.
    private const int QueueMax = 8;

    /// <summary>What may be written.</summary>
    public static string Help() => string.Join('\n', ChatCommand.All.Select(command =>
        $"/{command.Word}{(command.Arguments.Length == 0 ? "" : " " + command.Arguments)} – {command.About}"));

    /// <summary>What the brain does now.</summary>
    public static string Status(BrainSnapshot snapshot, DateTimeOffset now)
    {
        var zone = snapshot.Zone;
        var text = new StringBuilder()
            .Append($"{snapshot.TradingState}{(snapshot.Paused ? ", PAUSED" : "")} · {snapshot.Context.Phase} · "
                + $"{Instants.Time(now, zone)} {zone.Id}\n")
            .Append($"up {Span(now - snapshot.StartedAt)}, {snapshot.Schedule.Tasks} tasks, "
                + $"{snapshot.Cycles} turns\n");
        text.Append(snapshot.Current is { } current
            ? $"runs {current.Key} (attempt {current.Attempt}, since {Instants.Time(current.StartedAt, zone)})\n"
            : "nothing runs\n");
        text.Append(CultureInfo.InvariantCulture, $"queue {snapshot.QueueCount}");
        foreach (var queued in snapshot.Queue.Take(QueueMax))
        {
            text.Append($"\n  {queued.Key}{(queued.WaitingFor is { } what ? $" waits for {what}" : "")}");
        }

        if (snapshot.Next is { } next)
        {
            text.Append($"\nnext {next.Task} at {DayTimes.Of(next.DueAt, Date(now, zone), zone)}");
        }

        return text.Append('\n').Append(Today(snapshot)).ToString();
    }

    /// <summary>How the brain does.</summary>
    public static string Health(HealthReport report, BrainSnapshot? snapshot) =>
        $"{report.Status.ToString().ToUpperInvariant()}\n"
        + string.Join('\n', new (string Name, HealthCheck Check)[]
            {
                ("live", report.Live), ("progress", report.Progress), ("journal", report.Journal),
                ("accounting", report.Accounting), ("heartbeat", report.Heartbeat), ("other", report.Other),
            }
            .Select(entry => $"{entry.Name}: {entry.Check.Status.ToString().ToLowerInvariant()}: {entry.Check.Reason}"))
        + string.Concat((snapshot?.Degraded ?? []).Select(reason => "\n- " + reason));

    /// <summary>How the day's occurrences stand.</summary>
    public static string Today(BrainSnapshot snapshot)
    {
        var today = snapshot.Today;
        var finals = Enum.GetValues<FinalState>().Where(state => today[state] > 0)
            .Select(state => $"{today[state]} {state.ToString().ToLowerInvariant()}");
        return $"today {today.Planned} planned: "
            + string.Join(", ", [.. finals, $"{today.Pending} pending", $"{today.Held} held"]);
    }

    /// <summary>What falls due next.</summary>
    public static string Next(Roster roster, int count, DateTimeOffset now)
    {
        // The loop has a timeline of its own, and it is no other thread's to use.
        var timeline = new Timeline(roster.Schedule, roster.Calendars);
        var zone = roster.Calendars.Default.Calendar.Zone;
        var lines = timeline.Between(now, now + TimeSpan.FromDays(8)).Take(count).Select(occurrence =>
            $"{DayTimes.Of(occurrence.Due, Date(now, zone), zone)} {occurrence.Task.Id}").ToList();
        return lines.Count == 0 ? "Nothing falls due in the next eight days." : string.Join('\n', lines);
    }

    /// <summary>What is known of a task.</summary>
    public static string Task(Roster roster, BrainSnapshot snapshot, string id, DateTimeOffset now)
    {
        if (roster.Find(id) is not { } task)
        {
            return DidYouMean.Nearest(id, roster.Schedule.Tasks.Select(row => row.Id)) is { } near
                ? $"There is no task {id}. Did you mean {near}?"
                : $"There is no task {id}.";
        }

        var zone = snapshot.Zone;
        var text = new StringBuilder($"{task.Id} runs {task.Run}, priority {task.Priority}");
        var record = snapshot.Records.Tasks.FirstOrDefault(known => known.Task == id);
        if (record is { LastKey: { } key })
        {
            text.Append($"\nlast {key}: {record.LastFinal ?? record.LastResult ?? "runs"}");
            text.Append(record.LastEndedAt is { } ended ? $", ended {Instants.Text(ended, zone)}" : "");
            text.Append(record.Failures > 0 ? $"\n{record.Failures} failures in a row" : "");
        }

        text.Append(record?.Quarantine is { } why ? $"\nin quarantine: {why}" : "");
        text.Append(record?.Disabled is { } off ? $"\ndisabled: {off}" : task.Enabled ? "" : "\ndisabled by its row");
        var timeline = new Timeline(roster.Schedule, roster.Calendars);
        text.Append(timeline.NextOf(task, now, days: 32) is { } next
            ? $"\nnext {Instants.Text(next, zone)}"
            : "\nnothing due in the next 32 days");
        return text.ToString();
    }

    /// <summary>The last alerts, and how they do.</summary>
    public static string Alerts(IReadOnlyList<Alert> recent, AlertStanding standing, int count, TimeZoneInfo zone)
    {
        var lines = recent.Take(count).Select(alert =>
            $"{Instants.Text(alert.At, zone)} {AlertLevels.Name(alert.Level)}: {alert.Text}");
        return string.Join('\n', (string[])
        [
            $"{standing.Waiting} wait, {standing.Sent} sent, {standing.Lost} lost since the start",
            .. standing.Troubles, .. lines,
        ]);
    }

    /// <summary>The exchange's next days.</summary>
    public static string Calendar(ExchangeCalendar calendar, DateTimeOffset now, int days)
    {
        var first = Date(now, calendar.Zone);
        return string.Join('\n', Enumerable.Range(0, days).Select(index =>
        {
            var day = calendar.On(first.AddDays(index));
            var hours = day.Session is { } session
                ? $" {Instants.Time(session.Open, calendar.Zone)}–{Instants.Time(session.Close, calendar.Zone)}"
                : "";
            return $"{DayNames.Date(day.Date)} {day.Date.DayOfWeek.ToString()[..3]} {DayNames.Kind(day.Kind)}{hours}"
                + (day.Name is { } name ? $" ({name})" : "");
        }));
    }

    private static DateOnly Date(DateTimeOffset now, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    private static string Span(TimeSpan span) =>
        DurationText.Format(TimeSpan.FromMinutes(Math.Max(0, Math.Floor(span.TotalMinutes))));
}
