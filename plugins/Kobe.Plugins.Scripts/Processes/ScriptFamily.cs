using System.Text;
using Kobe.Hosting;

namespace Kobe.Plugins.Scripts.Processes;

/// <summary>A program's process and all that it started: its children and theirs, and whatever bears its mark, also
/// in a group or a session of its own.</summary>
internal sealed class ScriptFamily(int pid, string mark)
{
    /// <summary>The variable that marks a program and all that it starts.</summary>
    public const string MarkName = "KOBE_SCRIPT";

    private static readonly TimeSpan KillMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly byte[] marked = Encoding.UTF8.GetBytes($"{MarkName}={mark}\0");

    /// <summary>Sends SIGTERM to all of it.</summary>
    public void AskToEnd() => Members(ProcessSighting.All(marked)).ForEach(id => _ = Native.Kill(id, Native.Terminate));

    /// <summary>Sends SIGKILL until nothing of it lives; not for ever, for a process may hang in the kernel.</summary>
    public void KillRest()
    {
        using var never = new ManualResetEvent(false);
        var begun = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begun) < KillMax)
        {
            var seen = ProcessSighting.All(marked);
            var rest = Members(seen);
            if (rest.Count == 0 && seen.TrueForAll(other => other.IsMarked is not null))
            {
                return;
            }

            rest.ForEach(id => _ = Native.Kill(id, Native.KillSignal));
            never.WaitOne(Pause);
        }
    }

    private List<int> Members(List<ProcessSighting> seen)
    {
        var members = seen.Where(other => other.Id == pid || other.IsMarked == true)
            .Select(other => other.Id).ToList();

        // A child that cleared its environment is known by its parent.
        for (var i = 0; i < members.Count; i++)
        {
            members.AddRange(seen.Where(other => other.Parent == members[i] && !members.Contains(other.Id))
                .Select(other => other.Id).ToList());
        }

        return members;
    }
}
