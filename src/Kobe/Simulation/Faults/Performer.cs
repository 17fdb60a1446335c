using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Core.Schedules;
using Kobe.Hosting;
using Kobe.Simulation.Reporting;

namespace Kobe.Simulation.Faults;

/// <summary>Draws how a start will go: its duration, its effect, and what goes wrong.</summary>
internal sealed class Performer(Dice dice, FaultRates rates, NameCounts coverage, Durations durations)
{
    private static readonly HandlerFault[] Faults = Enum.GetValues<HandlerFault>();

    public Performance Draw(ScheduledTask task, HandlerRecord? handler)
    {
        var duration = durations.Draw(task, dice);
        var effects = handler?.Effects ?? Effects.Orders;
        TimeSpan? effect = effects == Effects.None ? null : duration * (0.1 + (0.8 * dice.Share()));
        foreach (var fault in Faults)
        {
            if (dice.Chance(rates[fault]))
            {
                coverage.Add("handler " + fault);
                return Faulty(fault, task, effects, duration, effect);
            }
        }

        return new()
        {
            Outcome = AttemptOutcome.Succeeded, Duration = duration, EffectAfter = effect,
            HeedsAfter = dice.Chance(0.7) ? TimeSpan.FromMilliseconds(20) : null,
        };
    }

    /// <summary>How a question about an attempt in doubt will go.</summary>
    public Performance DrawAnswer(ScheduledTask task)
    {
        var hangs = dice.Chance(rates[HandlerFault.Hang]);
        return new()
        {
            Outcome = dice.Chance(rates[HandlerFault.Die]) ? AttemptOutcome.Died : AttemptOutcome.Reconciled,
            Duration = hangs ? null : durations.Draw(task, dice) / 2,
        };
    }

    /// <summary>Whether a handler that is asked can't tell.</summary>
    public bool CannotTell() => dice.Chance(rates[HandlerFault.Fail] * 5);

    private Performance Faulty(
        HandlerFault fault, ScheduledTask task, Effects effects, TimeSpan duration, TimeSpan? effect) => fault switch
    {
        // An exception of what sends orders tells nothing about the order.
        HandlerFault.Fail when effects == Effects.Orders => new()
        {
            Outcome = AttemptOutcome.Unknown, Duration = duration, EffectAfter = Maybe(effect),
        },
        HandlerFault.Fail => new() { Outcome = AttemptOutcome.Failed, Duration = duration },
        HandlerFault.Fatal => new() { Outcome = AttemptOutcome.Fatal, Duration = duration },
        HandlerFault.Hang => new() { Outcome = AttemptOutcome.Died, EffectAfter = Maybe(effect) },
        HandlerFault.AnswerLate => new()
        {
            Outcome = AttemptOutcome.Succeeded, Duration = task.Timeout + TimeSpan.FromSeconds(5),
            EffectAfter = effect, HeedsAfter = dice.Between(TimeSpan.Zero, TimeSpan.FromSeconds(3)),
        },
        HandlerFault.Die => new() { Outcome = AttemptOutcome.Died, Duration = duration },
        HandlerFault.DieAfterEffect => new()
        {
            Outcome = AttemptOutcome.Died, Duration = duration, EffectAfter = effect,
        },
        HandlerFault.ExitZero => new()
        {
            Outcome = AttemptOutcome.Died, Duration = duration, EffectAfter = Maybe(effect),
            Error = ExitWords.Of(0, null),
        },
        HandlerFault.Snooze => new()
        {
            Outcome = AttemptOutcome.Snoozed, Duration = duration,
            Snooze = dice.Spread(TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
        },
        _ => new() { Outcome = AttemptOutcome.Skipped, Duration = duration },
    };

    private TimeSpan? Maybe(TimeSpan? effect) => dice.Chance(0.5) ? effect : null;
}
