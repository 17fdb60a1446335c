using Kobe.Contracts;
using Kobe.Core.Planning;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Looks at one row on one date.</summary>
internal sealed class DueVisit(Expander expander)
{
    private readonly SlotList _slots = new();
    private readonly List<Occurrence> _occurrences = [];

    public void Visit(DueQuestion question, DateOnly date)
    {
        if (expander.Frames.Get(question.Pair, date) is not { } frame)
        {
            return;
        }

        if (question.Task.Trigger is Trigger.Whenever or Trigger.OnStart)
        {
            VisitSpans(question, frame);
            return;
        }

        if (question.SeeksStart)
        {
            VisitSlots(question, frame);
        }

        if (question.SeeksRetry || question.DoubtsExpiry)
        {
            VisitOccurrences(question, date);
        }
    }

    // What is not tied to times may start in any phase of the date.
    private static void VisitSpans(DueQuestion question, DateFrame frame)
    {
        if (SlotExpansion.StandingOn(question.Task, frame) != Standing.Live)
        {
            return;
        }

        question.FellDue = true;
        var day = frame.Clock.Day(frame.Date);
        foreach (var span in day.Spans)
        {
            Judge(question, MarketFilter.WhyNot(question.Task, day, span));
        }
    }

    private void VisitSlots(DueQuestion question, DateFrame frame)
    {
        var task = question.Task;
        SlotExpansion.Fill(task, frame, _slots);
        foreach (ref readonly var slot in _slots.Span)
        {
            if (slot.Standing != Standing.Live)
            {
                continue;
            }

            question.FellDue = true;
            string? clause = null;
            if (HasFilter(task))
            {
                var day = frame.MarketAt(slot.Due);
                clause = MarketFilter.WhyNot(task, day, day.SpanAt(new DateTimeOffset(slot.Due, TimeSpan.Zero)));
            }

            Judge(question, clause);
            if (!question.SeeksStart)
            {
                return;
            }
        }
    }

    private void VisitOccurrences(DueQuestion question, DateOnly date)
    {
        _occurrences.Clear();
        expander.Add(question.Task, question.Pair, date, _occurrences);
        foreach (var occurrence in _occurrences)
        {
            if (occurrence.Standing != Standing.Live)
            {
                continue;
            }

            question.SeeksRetry &= occurrence.Expires - occurrence.Due <= question.Task.Backoff.Base;
            if (question.DoubtsExpiry && IsTooEarly(question.Task, occurrence, date))
            {
                question.TooEarly = occurrence;
                question.DoubtsExpiry = false;
            }
        }
    }

    private bool IsTooEarly(ScheduledTask task, in Occurrence occurrence, DateOnly date) =>
        occurrence.Expires <= occurrence.Due || (task.Expires is Expiry.At
            && expander.Frames.Calendars.Find(task.Calendar)!.Calendar.On(date).Session is null);

    private static void Judge(DueQuestion question, string? clause)
    {
        question.SeeksStart &= clause is not null;
        question.Clause ??= clause;
    }

    private static bool HasFilter(ScheduledTask task) => task.Kind == TaskKind.Entry || task.Seasons != Season.NONE
        || task.Phases != PhaseSet.All || task.Modes != ModeSet.All;
}
