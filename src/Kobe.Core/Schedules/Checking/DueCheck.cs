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
    private readonly DueReport _report;

    public DueCheck(ReadContext context)
    {
        _context = context;
        _expander = new(context.Around.Calendars);
        _visit = new(_expander);
        var today = DateOnly.FromDateTime(context.Around.Now.UtcDateTime);
        _today = ExchangeCalendar.Covers(today) ? today : ExchangeCalendar.FirstDate;
        _report = new(context, _today);
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
                _report.Report(question);
            }
        }

        for (var from = 0; from < open.Count && _report.Errors < ErrorsMax; from += TogetherMax)
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
            _report.RefuseRetries(task, $"{DurationText.Format(longest)} after it is due");
            question.SeeksRetry = false;
        }

        return question;
    }

    // What has no date may fall due at any time of day, so an anchor of its date may have passed.
    private void RefuseExpiryOfUndated(DueQuestion question)
    {
        if (question.DoubtsExpiry)
        {
            _report.RefuseUndatedExpiry(question.Task);
        }

        question.DoubtsExpiry = false;
        question.SeeksRetry = false;
    }

    private void SearchAllDates(List<DueQuestion> questions)
    {
        var left = new List<DueQuestion>(questions);
        VisitAll(left, _today.AddDays(FirstDays), ExchangeCalendar.LastDate);
        VisitAll(left, ExchangeCalendar.FirstDate, _today.AddDays(-1));

        foreach (var question in questions)
        {
            _report.Report(question);
        }
    }

    private void VisitAll(List<DueQuestion> left, DateOnly first, DateOnly last)
    {
        for (var date = first; date <= last && left.Count > 0; date = date.AddDays(1))
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
    }
}
