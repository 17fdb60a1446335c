using System.Runtime.InteropServices;

namespace Kobe.Plugins.Scripts.Processes;

/// <summary>The one call of the C library that the framework has no name for.</summary>
internal static partial class Native
{
    public const int KillSignal = 9;
    public const int Terminate = 15;

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int pid, int signal);
}
