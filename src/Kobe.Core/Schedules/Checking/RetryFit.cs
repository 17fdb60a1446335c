namespace Kobe.Core.Schedules.Checking;

/// <summary>How many retries have room between due and expiry.</summary>
public static class RetryFit
{
    /// <summary>
    /// The longest time between due and expiry that the rule allows; null when it depends on the date.
    /// </summary>
    /// <param name="task">The row.</param>
    public static TimeSpan? LifetimeMax(ScheduledTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return LifetimeMax(task.Expires, task.Trigger);
    }

    /// <summary>How many of a row's retries fit at best: those whose waits together stay below a lifetime.</summary>
    /// <param name="task">The row.</param>
    /// <param name="lifetime">The time between due and expiry.</param>
    public static int Fitting(ScheduledTask task, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(task);
        var waited = TimeSpan.Zero;
        for (var retry = 1; retry <= task.Retries; retry++)
        {
            waited += task.Backoff.Before(retry);
            if (waited >= lifetime)
            {
                return retry - 1;
            }
        }

        return task.Retries;
    }

    private static TimeSpan? LifetimeMax(Expiry expiry, Trigger trigger) => expiry switch
    {
        Expiry.After after => after.Time,
        // The last step of a window has longer; what counts is what the others have.
        Expiry.NextSlot => (trigger as Trigger.Every)?.Step,
        Expiry.Earlier both => Least(LifetimeMax(both.First, trigger), LifetimeMax(both.Second, trigger)),
        _ => null,
    };

    private static TimeSpan? Least(TimeSpan? left, TimeSpan? right) =>
        left is null ? right : right is null || left < right ? left : right;
}
