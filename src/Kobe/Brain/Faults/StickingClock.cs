namespace Kobe.Brain.Faults;

/// <summary>A clock that does not answer while a file exists, so that the loop is stuck. For tests only.</summary>
internal sealed class StickingClock(IBrainClock inner, string file) : IBrainClock
{
    /// <summary>The variable that names the file.</summary>
    public const string Variable = "KOBE_TEST_STUCK";

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    /// <summary>The clock itself, unless the environment names a file.</summary>
    public static IBrainClock Around(IBrainClock inner, IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault(Variable) is { Length: > 0 } file ? new StickingClock(inner, file) : inner;

    public ClockReading Read()
    {
        using var never = new ManualResetEvent(false);
        while (File.Exists(file))
        {
            never.WaitOne(LookAgain);
        }

        return inner.Read();
    }
}
