using Kobe.Core.Planning;
using Kobe.Core.Schedules.Reading;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Says what looking at dates has shown about a row.</summary>
internal sealed class DueReport(ReadContext context, DateOnly today)
{
    /// <summary>How many errors it has recorded.</summary>
    public int Errors { get; private set; }

    public void Report(DueQuestion question)
    {
        var task = question.Task;
        ReportStart(question);
        if (question.SeeksRetry && question.FellDue)
        {
            RefuseRetries(task, $"sooner than that on every date ({task.Expires})");
        }

        if (question.TooEarly is { } occurrence)
        {
            ReportExpiry(task, occurrence);
        }

        if (task.Trigger is Trigger.Once once && !question.SeeksStart && !context.IsInForce)
        {
            CheckNotPassed(task, once);
        }
    }

    private void ReportStart(DueQuestion question)
    {
        var task = question.Task;
        if (question.SeeksStart && question.FellDue)
        {
            var key = task.Phases != PhaseSet.All ? SettingKey.Phases
                : task.Modes != ModeSet.All ? SettingKey.Modes
                : task.Seasons != 0 ? SettingKey.Seasons : SettingKey.Kind;
            Error(task, key, ScheduleCodes.ImpossibleFilter,
                $"Task '{task.Id}' can never start: when it falls due, {question.Clause}.",
                "Change the filter or the trigger so that they meet on some day.");
        }
        else if (question.SeeksStart)
        {
            var reason = Expansion.WhyNone(task, task.Trigger is Trigger.Once once ? once.Date : today,
                context.Around.Calendars)?.Reason;
            Error(task, null, ScheduleCodes.NeverDue,
                $"Task '{task.Id}' never falls due: no day of 1990–2100 has both '{task.Trigger}' and on: {task.On}, "
                + $"by the calendar {task.Calendar}.",
                reason is null ? "It falls on closings only." : $"For one: {reason}");
        }
    }

    private void CheckNotPassed(ScheduledTask task, Trigger.Once once)
    {
        var occurrences = Expansion.Of(task, once.Date, context.Around.Calendars);
        if (occurrences.Count > 0 && occurrences[0].Due <= context.Around.Now)
        {
            Error(task, SettingKey.Once, ScheduleCodes.OncePassed,
                $"Task '{task.Id}' runs once, and its time has passed.",
                "Give it a time to come, or take the row out.");
        }
    }

    public void RefuseRetries(ScheduledTask task, string expires) =>
        Error(task, SettingKey.Retries, ScheduleCodes.RetryNeverFits,
            $"Task '{task.Id}' has retries, and not even the first fits: it comes "
            + $"{DurationText.Format(task.Backoff.Base)} after a failure, and the task expires {expires}.",
            "Write retries: 0, a shorter backoff base, or a later expiry.");

    private void Error(ScheduledTask task, SettingKey? key, string code, string message, string? hint)
    {
        Errors++;
        context.Error(key is { } known ? task.MarkOf(known) : task.TriggerMark(), code, message, hint);
    }

    public void RefuseUndatedExpiry(ScheduledTask task) =>
        Error(task, SettingKey.Expires, ScheduleCodes.ExpiresBeforeDue,
            $"Task '{task.Id}' has no time of day, so {task.Expires} may come before it is due.",
            "Write a duration or phase-end.");

    private void ReportExpiry(ScheduledTask task, Occurrence occurrence)
    {
        if (context.Around.Calendars.Find(task.Calendar)!.Calendar.On(occurrence.Date).Session is null)
        {
            Error(task, SettingKey.Expires, ScheduleCodes.ExpiresBeforeDue,
                $"Task '{task.Id}' falls due on {occurrence.Date:yyyy-MM-dd}, which has no session to expire by.",
                "Write on: trading-days, or let it expire by a duration.");
            return;
        }

        var due = TimeZoneInfo.ConvertTime(occurrence.Due, task.Zone);
        Error(task, SettingKey.Expires, ScheduleCodes.ExpiresBeforeDue,
            $"Task '{task.Id}' would expire before it is due: on {occurrence.Date:yyyy-MM-dd} it is due "
            + $"{due:HH:mm} and expires {TimeZoneInfo.ConvertTime(occurrence.Expires, task.Zone):HH:mm}.",
            "Make it due earlier, tie it to the session, or let it expire by a duration.");
    }
}
