using System.Globalization;
using System.Text;

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
    public void AskToEnd() => Living().ForEach(member => _ = Native.Kill(member, Native.Terminate));

    /// <summary>Sends SIGKILL until nothing of it lives; not for ever, for a process may hang in the kernel.</summary>
    public void KillRest()
    {
        using var never = new ManualResetEvent(false);
        var begun = TimeProvider.System.GetTimestamp();
        while (Living() is { Count: > 0 } rest && TimeProvider.System.GetElapsedTime(begun) < KillMax)
        {
            rest.ForEach(member => _ = Native.Kill(member, Native.KillSignal));
            never.WaitOne(Pause);
        }
    }

    private List<int> Living()
    {
        var parents = new Dictionary<int, int>();
        var members = new List<int>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && id != Environment.ProcessId && ParentOf(directory) is { } parent)
            {
                parents[id] = parent;
                if (id == pid || IsMarked(directory))
                {
                    members.Add(id);
                }
            }
        }

        // A child that cleared its environment is known by its parent.
        for (var i = 0; i < members.Count; i++)
        {
            members.AddRange(parents.Where(child => child.Value == members[i] && !members.Contains(child.Key))
                .Select(child => child.Key).ToList());
        }

        return members;
    }

    // Null: it is dead, or is gone.
    private static int? ParentOf(string directory)
    {
        try
        {
            // "pid (name) state parent …"; the name may hold anything, so the last bracket ends it.
            var stat = File.ReadAllText(Path.Combine(directory, "stat"));
            var words = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 3);
            return words[0] is "Z" or "X" ? null : int.Parse(words[1], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool IsMarked(string directory)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(directory, "environ")).AsSpan().IndexOf(marked) >= 0;
        }
        catch (Exception other) when (other is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked, or is another user's.
            return false;
        }
    }
}
