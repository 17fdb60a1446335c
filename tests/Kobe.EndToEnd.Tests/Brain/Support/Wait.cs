namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>Waits for something to become true in the world outside, and not a moment longer.</summary>
internal static class Wait
{
    // What takes longer hangs; a machine that builds beside the tests is slow, not this slow.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly object Found = new();
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until there is one.</summary>
    /// <param name="what">What is waited for, for whom it did not come.</param>
    /// <param name="look">Finds it, or null.</param>
    /// <param name="more">What else to say when it did not come.</param>
    public static T For<T>(string what, Func<T?> look, Func<string>? more = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var never = new ManualResetEvent(false);
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"There was no {what} within {Patience.TotalSeconds} s. {more?.Invoke()}");
            }

            never.WaitOne(LookAgain);
        }
    }

    /// <summary>Waits until it is so.</summary>
    public static void Until(string what, Func<bool> look, Func<string>? more = null) =>
        For(what, () => look() ? Found : null, more);
}
