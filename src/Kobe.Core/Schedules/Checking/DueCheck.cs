using Kobe.Core.Markets;
using Kobe.Core.Planning;
using Kobe.Core.Schedules.Reading;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Checking;

/// <summary>
/// Every row can start on some day of 1990–2100, expires after it is due on all of them, and has room for an explicit
/// first retry on one.
/// </summary>
/// <remarks>
/// Most rows are settled by the next few dates. The others are looked at together, date by date, so that a date is
/// worked out once for all of them.
/// </remarks>
internal sealed class DueCheck
{
    private const int FirstDays = 10;

    // What is not settled quickly is mostly wrong; after this many errors nobody reads further.
    private const int ErrorsMax = 100;
    private const int TogetherMax = 100;

    private readonly ReadContext _context;
    private readonly Expander _expander;
    private readonly DueVisit _visit;
    private readonly DateOnly _today;
    private int _errors;

    public DueCheck(ReadContext context)
    {
        _context = context;
        _expander = new(context.Around.Calendars);
        _visit = new(_expander);
        var today = DateOnly.FromDateTime(context.Around.Now.UtcDateTime);
        _today = ExchangeCalendar.Covers(today) ? today : ExchangeCalendar.FirstDate;
    }

    public void Check(IReadOnlyList<ScheduledTask> tasks)
    {
        var open = new List<DueQuestion>();
        foreach (var task in tasks)
        {
            var question = Ask(task);
            for (var days = 0; question.IsOpen && days < FirstDays; days++)
            {
                _visit.Visit(question, task.Trigger is Trigger.Once once ? once.Date : _today.AddDays(days));
            }

            if (question.IsOpen && task.Trigger is not Trigger.Once)
            {
                open.Add(question);
            }
            else
            {
                Report(question);
            }
        }

        for (var from = 0; from < open.Count && _errors < ErrorsMax; from += TogetherMax)
        {
            SearchAllDates(open.GetRange(from, Math.Min(TogetherMax, open.Count - from)));
        }
    }

    private DueQuestion Ask(ScheduledTask task)
    {
        var question = new DueQuestion(task, _expander.Frames.PairOf(task.Zone, task.Calendar));
        if (task.Retries > 0 && task.Origins.InRow(SettingKey.Retries))
        {
            var lifetime = RetryFit.LifetimeMax(task);
            question.SeeksRetry = lifetime is null || lifetime <= task.Backoff.Base;
        }

        if (task.Expires is Expiry.At at)
        {
            var calendar = _context.Around.Calendars.Find(task.Calendar)!.Calendar;
            question.DoubtsExpiry = !ExpiryProof.Holds(task, at.Anchor, calendar);
        }

        if (task.Trigger is Trigger.Whenever or Trigger.OnStart)
        {
            RefuseExpiryOfUndated(question);
        }
        else if (question.SeeksRetry && RetryFit.LifetimeMax(task) is { } longest)
        {
            RefuseRetries(task, $"{DurationText.Format(longest)} after it is due");
            question.SeeksRetry = false;
        }

        return question;
    }

    // What has no date may fall due at any time of day, so an anchor of its date may have passed.
    private void RefuseExpiryOfUndated(DueQuestion question)
    {
        if (question.DoubtsExpiry)
        {
            Error(question.Task, SettingKey.Expires, ScheduleCodes.ExpiresBeforeDue,
                $"Task '{question.Task.Id}' has no time of day, so {question.Task.Expires} may come before it is due.",
                "Write a duration or phase-end.");
        }

        question.DoubtsExpiry = false;
        question.SeeksRetry = false;
    }

    private void SearchAllDates(List<DueQuestion> questions)
    {
        var left = new List<DueQuestion>(questions);
        for (var date = _today.AddDays(FirstDays); date <= ExchangeCalendar.LastDate && left.Count > 0; date = date.AddDays(1))
        {
            VisitAll(left, date);
        }

        for (var date = ExchangeCalendar.FirstDate; date < _today && left.Count > 0; date = date.AddDays(1))
        {
            VisitAll(left, date);
        }

        foreach (var question in questions)
        {
            Report(question);
        }
    }

    private void VisitAll(List<DueQuestion> left, DateOnly date)
    {
        for (var i = left.Count - 1; i >= 0; i--)
        {
            _visit.Visit(left[i], date);
            if (!left[i].IsOpen)
            {
                left.RemoveAt(i);
            }
        }
    }

    private void Report(DueQuestion question)
    {
        var task = question.Task;
        ReportStart(question);
        if (question.SeeksRetry && question.FellDue)
        {
            RefuseRetries(task, $"sooner than that on every date ({task.Expires})");
        }

        if (question.TooEarly is { } occurrence)
        {
            var zone = task.Zone;
            var due = TimeZoneInfo.ConvertTime(occurrence.Due, zone);
            var hasSession = _context.Around.Calendars.Find(task.Calendar)!.Calendar.On(occurrence.Date).Session is not null;
            Error(task, SettingKey.Expires, ScheduleCodes.ExpiresBeforeDue,
                hasSession
                    ? $"Task '{task.Id}' would expire before it is due: on {occurrence.Date:yyyy-MM-dd} it is due "
                        + $"{due:HH:mm} and expires {TimeZoneInfo.ConvertTime(occurrence.Expires, zone):HH:mm}."
                    : $"Task '{task.Id}' falls due on {occurrence.Date:yyyy-MM-dd}, which has no session to expire by.",
                hasSession ? "Make it due earlier, tie it to the session, or let it expire by a duration."
                    : "Write on: trading-days, or let it expire by a duration.");
        }

        if (task.Trigger is Trigger.Once once && !question.SeeksStart)
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
            var reason = Expansion.WhyNone(task, task.Trigger is Trigger.Once once ? once.Date : _today,
                _context.Around.Calendars)?.Reason;
            Error(task, null, ScheduleCodes.NeverDue,
                $"Task '{task.Id}' never falls due: no day of 1990–2100 has both '{task.Trigger}' and on: {task.On}, "
                + $"by the calendar {task.Calendar}.",
                reason is null ? "It falls on closings only." : $"For one: {reason}");
        }
    }

    private void CheckNotPassed(ScheduledTask task, Trigger.Once once)
    {
        var occurrences = Expansion.Of(task, once.Date, _context.Around.Calendars);
        if (occurrences.Count > 0 && occurrences[0].Due <= _context.Around.Now)
        {
            Error(task, SettingKey.Once, ScheduleCodes.OncePassed,
                $"Task '{task.Id}' runs once, and its time has passed.", "Give it a time to come, or take the row out.");
        }
    }

    private void RefuseRetries(ScheduledTask task, string expires) =>
        Error(task, SettingKey.Retries, ScheduleCodes.RetryNeverFits,
            $"Task '{task.Id}' has retries, and not even the first fits: it comes "
            + $"{DurationText.Format(task.Backoff.Base)} after a failure, and the task expires {expires}.",
            "Write retries: 0, a shorter backoff base, or a later expiry.");

    private void Error(ScheduledTask task, SettingKey? key, string code, string message, string? hint)
    {
        _errors++;
        _context.Error(key is { } known ? task.MarkOf(known) : task.TriggerMark(), code, message, hint);
    }
}
