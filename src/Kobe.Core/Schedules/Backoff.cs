using Kobe.Core.Text;

namespace Kobe.Core.Schedules;

/// <summary>The waits between attempts: base, doubled each time, never more than the cap.</summary>
/// <param name="Base">The wait before the first retry.</param>
/// <param name="Cap">The longest wait.</param>
public readonly record struct Backoff(TimeSpan Base, TimeSpan Cap)
{
    /// <summary>One minute, at most an hour.</summary>
    public static Backoff Default { get; } = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    /// <summary>The wait before a retry, without its jitter.</summary>
    /// <param name="retry">1 for the first.</param>
    public TimeSpan Before(int retry)
    {
        var wait = Base;
        for (var i = 1; i < retry && wait < Cap; i++)
        {
            wait += wait;
        }

        return wait < Cap ? wait : Cap;
    }

    /// <summary>As the schedule writes it.</summary>
    public override string ToString() =>
        $"{{ base: {DurationText.Format(Base)}, cap: {DurationText.Format(Cap)} }}";
}
