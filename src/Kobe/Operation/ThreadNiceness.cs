using System.Runtime.InteropServices;

namespace Kobe.Operation;

/// <summary>Lets a thread give way to others when there are more of them than processors.</summary>
internal static partial class ThreadNiceness
{
    // Half way down: it still gets on while the machine is full, at a tenth of the others' share (sched(7)).
    private const int Lower = 10;

    /// <summary>The calling thread gives way from now on. The class library's own priorities do nothing here.</summary>
    public static void GiveWay() => _ = SetPriority(0, 0, Lower);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
