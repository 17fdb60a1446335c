using Kobe.Core.Planning;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Looks at one row on one date.</summary>
internal sealed class DueVisit(Expander expander)
{
    private readonly SlotList _slots = new();
    private readonly OccurrenceList _occurrences = new();

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
            VisitOccurrences(question, frame);
        }
    }

    // What is not tied to times may start in any phase of the date.
    private static void VisitSpans(DueQuestion question, DateFrame frame)
    {
        if (SlotExpansion.PresenceOn(question.Task, frame) != Presence.Live)
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
            if (slot.Presence != Presence.Live)
            {
                continue;
            }

            question.FellDue = true;
            Judge(question, Clause(task, frame, slot.Due));
            if (!question.SeeksStart)
            {
                return;
            }
        }
    }

    private void VisitOccurrences(DueQuestion question, DateFrame frame)
    {
        _occurrences.Clear();
        expander.Add(question.Task, question.Pair, frame.Date, _occurrences);
        foreach (ref readonly var occurrence in _occurrences.Span)
        {
            if (occurrence.Presence != Presence.Live)
            {
                continue;
            }

            question.SeeksRetry = question.SeeksRetry
                && (occurrence.Expires - occurrence.Due <= question.Task.Backoff.Base
                    || Clause(question.Task, frame, occurrence.Due.UtcTicks) is not null);
            if (question.DoubtsExpiry && IsTooEarly(question.Task, occurrence, frame))
            {
                question.TooEarly = occurrence;
                question.DoubtsExpiry = false;
            }
        }
    }

    private static bool IsTooEarly(ScheduledTask task, in Occurrence occurrence, DateFrame frame) =>
        occurrence.Expires <= occurrence.Due || (task.Expires is Expiry.At && frame.Day.Session is null);

    private static string? Clause(ScheduledTask task, DateFrame frame, long due)
    {
        if (!MarketFilter.CanRefuse(task))
        {
            return null;
        }

        var day = frame.MarketAt(due);
        return MarketFilter.WhyNot(task, day, day.SpanAt(new DateTimeOffset(due, TimeSpan.Zero)));
    }

    private static void Judge(DueQuestion question, string? clause)
    {
        question.SeeksStart &= clause is not null;
        question.Clause ??= clause;
    }
}
