using Kobe.Operation;

namespace Kobe.Brain;

/// <summary>The locks of runners that belong to one plugin: as long as one is held, an earlier brain's runner lives.
/// </summary>
internal static class LaneLocks
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // Such a runner dies within milliseconds of its brain; one that hangs in the kernel is not waited for for ever.
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(5);

    /// <summary>The lock's file in the state directory.</summary>
    public static string NameOf(string plugin) => $"lane.{plugin}.lock";

    /// <summary>Waits until no runner of an earlier brain holds one; shared runners see to theirs themselves.</summary>
    public static void WaitFree(string state)
    {
        using var never = new ManualResetEvent(false);
        var begun = TimeProvider.System.GetTimestamp();
        foreach (var path in Directory.GetFiles(state, NameOf("*")))
        {
            while (!IsFree(path) && TimeProvider.System.GetElapsedTime(begun) < WaitMax)
            {
                never.WaitOne(Pause);
            }
        }
    }

    private static bool IsFree(string path)
    {
        using var file = Posix.Open(path, Posix.ReadWrite | Posix.CloseOnExec, 0);
        return file.IsInvalid || Posix.Lock(file, Posix.LockExclusive | Posix.LockNonBlocking) == 0;
    }
}
