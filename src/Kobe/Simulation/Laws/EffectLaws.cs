using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Simulation.Laws;

/// <summary>The outside's view: what was called, and what it had for an effect.</summary>
internal sealed class EffectLaws(Scene scene, KeyBooks books, KeyChecks checks)
{
    /// <summary>A handler is called: its start must be durable, and no call may come twice.</summary>
    public void Called(OccurrenceKey key, int start)
    {
        var record = books.Of(key);
        checks.Hold(Law.JournalIsTruth, scene.Store.Unsynced == 0, record, "was called before its start was durable");
        checks.Hold(Law.StartsOnce, start > record.Called, record, "was called twice for one start");
        record.Called = start;
    }

    /// <summary>The outside sees the effect of a key.</summary>
    /// <param name="key">Which.</param>
    /// <param name="isDoubled">Whether it counts again: the handler does not heed the key.</param>
    public void Effect(OccurrenceKey key, bool isDoubled)
    {
        var record = books.Of(key);
        if (record.Effects == 0 || isDoubled)
        {
            record.Effects++;
        }

        var mayRepeat = record.Rerun || record.Task?.OnUnknown is OnUnknown.Retry or OnUnknown.ReconcileElseRetry;
        checks.Hold(Law.EffectOnce, record.Effects == 1 || mayRepeat, record, "had its effect twice");
    }

    /// <summary>The journal says that it succeeded: then it did.</summary>
    public void Succeeded(KeyRecord record)
    {
        if (record.Task is { } task && scene.Truth.HandlerOf(task) is { Effects: not Effects.None }
            && record.Called > 0)
        {
            checks.Hold(Law.EffectOnce, record.Effects > 0, record, "succeeded without its effect");
        }
    }
}
