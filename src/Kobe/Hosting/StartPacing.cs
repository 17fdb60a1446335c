namespace Kobe.Hosting;

/// <summary>When the next runner may be started: at once, but after failures only after a pause that doubles.</summary>
/// <remarks>Not thread-safe: its host locks it.</remarks>
internal sealed class StartPacing(TimeProvider clock)
{
    private static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(30);

    private int failures;
    private long tried;

    /// <summary>A start is tried now.</summary>
    public void Try() => tried = clock.GetTimestamp();

    public void Succeed() => failures = 0;

    public void Fail() => failures = Math.Min(failures + 1, 16);

    /// <summary>How long the last start has been going on.</summary>
    public TimeSpan Elapsed() => clock.GetElapsedTime(tried);

    /// <summary>How long until the next start may be tried.</summary>
    public TimeSpan Pause()
    {
        if (failures == 0)
        {
            return TimeSpan.Zero;
        }

        var pause = PauseMin * (1 << (failures - 1));
        var left = (pause < PauseMax ? pause : PauseMax) - Elapsed();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
