using Microsoft.Win32.SafeHandles;

namespace Kobe.Runner.Process;

/// <summary>The pipes to the brain, moved away from where plugins and their children could touch them.</summary>
/// <remarks>
/// The brain hands over three pipes: requests by number, control as standard input, answers as standard output. Before
/// any plugin is loaded, the last two move to descriptors that no child inherits; standard input becomes empty and
/// standard output becomes standard error, which the brain reads as the plugins' output.
/// </remarks>
internal sealed class ProtocolPipes
{
    private ProtocolPipes(FileStream requests, Stream control, Stream answers)
    {
        Requests = requests;
        Control = control;
        Answers = answers;
    }

    /// <summary>Orders, read by the thread that carries them out.</summary>
    public FileStream Requests { get; }

    /// <summary>Cancellations, and the brain's life: it closes when the brain ends.</summary>
    public Stream Control { get; }

    /// <summary>Answers and reports.</summary>
    public Stream Answers { get; }

    public static ProtocolPipes Take(int requests)
    {
        Check(Native.Control(requests, Native.SetDescriptorFlags, Native.CloseOnExec), "requests");
        var control = Check(Native.Control(0, Native.DuplicateCloseOnExec, 3), "control");
        var answers = Check(Native.Control(1, Native.DuplicateCloseOnExec, 3), "answers");
        Check(Native.Duplicate(2, 1), "output");
        var nothing = Check(Native.Open("/dev/null", Native.OpenReadWrite | Native.OpenCloseOnExec, 0), "/dev/null");
        Check(Native.Duplicate(nothing, 0), "input");
        return new(
            Open(requests, FileAccess.Read), Open(control, FileAccess.Read), Open(answers, FileAccess.Write));
    }

    private static FileStream Open(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 0);

    private static int Check(int result, string what) =>
        result >= 0 ? result : throw new InvalidOperationException(
            $"No pipe for {what}: kobe-runner is started by kobe, not by hand.");
}
