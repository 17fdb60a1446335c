using Kobe.Control;
using Kobe.Core.Planning;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Core.Schedules.Checking;

namespace Kobe.Brain;

/// <summary>What a person does with single runs and tasks: trigger, resolve, end a quarantine.</summary>
/// <remarks>Each returns null when the journal could not take it.</remarks>
internal sealed class ByHand(BrainState state)
{
    public ControlAnswer? Trigger(ControlRequest request)
    {
        if (state.Roster.Find(request.Subject) is not { } task)
        {
            return Controls.Unknown(state, request.Subject);
        }

        if (request.Args is { } args
            && GivenArguments.Problem(args, state.Roster.HandlerOf(task)) is { } wrong)
        {
            return ControlAnswer.Bad(wrong);
        }

        var occurrence = Expansion.Unplanned(task, "/manual-" + request.Id, state.Now, state.Roster.Calendars);
        if (!occurrence.Key.IsValid)
        {
            return ControlAnswer.Bad($"'{request.Id}' names no run: letters, digits and . _ - only, at most 80.");
        }

        var key = occurrence.Key.ToString();
        if (Known(occurrence.Key) is { } known)
        {
            return Write(request)
                ? ControlAnswer.Done($"{known.Key} was asked for already: {Standing(known)}.", known.Key.ToString())
                : null;
        }

        var triggered = new RunEvent.Triggered(
            state.Now, occurrence.Key, occurrence.Due, occurrence.Expires, task.Priority, request.By, request.Args,
            request.Force);
        if (!state.Book.TryWrite(triggered))
        {
            return null;
        }

        state.Queue.Add(new Waiter(state.Ledger.Find(occurrence.Key)!, task, caughtUp: false), state.Now);
        return Write(request)
            ? ControlAnswer.Done($"{key} is queued{WhatStandsInItsWay(task, request)}.", key)
            : null;
    }

    public ControlAnswer? Resolve(ControlRequest request)
    {
        if (!OccurrenceKey.TryParse(request.Subject, out var key) || state.Ledger.Find(key) is not { } run)
        {
            return ControlAnswer.Missing(
                $"There is no occurrence '{request.Subject}'. kobe history --outcome held lists what waits for you.");
        }

        var task = state.Roster.Find(key.Task);
        if (request.How == Resolution.Rerun && task is null)
        {
            return ControlAnswer.Refused($"{key} can't run again: its row is gone. done or drop end it.");
        }

        var resolved = new RunEvent.Resolved(
            state.Now, key, request.How, request.By, request.Reason, NewExpiry(run, request.How));
        if (state.Ledger.Refusal(resolved) is { } refusal)
        {
            return ControlAnswer.Refused($"{refusal} It is {Standing(run)}.");
        }

        if (!state.Book.TryWrite(resolved))
        {
            return null;
        }

        state.NeedsChanged = true;
        if (request.How == Resolution.Rerun)
        {
            state.Queue.Add(new Waiter(run, task!, caughtUp: false), state.Now);
        }

        return ControlAnswer.Done(request.How switch
        {
            Resolution.Done => $"{key} counts as succeeded.",
            Resolution.Rerun => $"{key} is queued again.",
            _ => $"{key} is dropped: cancelled.",
        });
    }

    public ControlAnswer? Unquarantine(ControlRequest request)
    {
        if (state.Ledger.TaskOf(request.Subject)?.Quarantine is null)
        {
            return state.Roster.Find(request.Subject) is null
                ? Controls.Unknown(state, request.Subject)
                : ControlAnswer.Refused($"{request.Subject} is not in quarantine.");
        }

        return state.Book.TryWrite(
            new RunEvent.Unquarantined(state.Now, request.Subject, request.By, request.Reason))
            ? ControlAnswer.Done($"{request.Subject} runs again from its next occurrence on; its crashes are over.")
            : null;
    }

    // Midnight may lie between a request and its repetition.
    private Run? Known(OccurrenceKey key) =>
        state.Ledger.Find(key) ?? state.Ledger.Find(key with { Date = key.Date.AddDays(-1) });

    private string WhatStandsInItsWay(ScheduledTask task, ControlRequest request)
    {
        var context = state.Context();
        return Decider.WhyForbidden(task, context) is { } forbidden ? $" and waits: {forbidden}"
            : !request.Force && Decider.WhyFiltered(task, state.Now, context) is { } clause
                ? $"; as things stand it will be skipped, filter: {clause} (--force leaves filters aside)"
            : state.Lane is { } lane ? $" behind {lane.Run.Key}"
            : "";
    }

    private static string Standing(Run run) => run.State == RunState.Final
        ? run.Final.ToString().ToLowerInvariant()
        : run.State.ToString().ToLowerInvariant();

    private bool Write(ControlRequest request) => state.Book.TryWrite(
        new RunEvent.Control(state.Now, request.Verb, request.Subject, request.By, request.Reason));

    // Who says rerun means now: it gets the same time again that it had when it fell due.
    private DateTimeOffset? NewExpiry(Run run, Resolution how) =>
        how == Resolution.Rerun && run.State != RunState.Final && run.Expires <= state.Now
            ? state.Now + (run.Expires - run.Due)
            : null;
}
