using Kobe.Core.Catalogues;

namespace Kobe.Hosting;

/// <summary>What became of a process that handlers run in. The set is closed.</summary>
internal abstract record RunnerChange
{
    private RunnerChange()
    {
    }

    /// <summary>It has loaded its plugins.</summary>
    internal sealed record Ready(int Pid, Catalogue Catalogue) : RunnerChange;

    /// <summary>It holds the lane's lock and takes orders.</summary>
    internal sealed record Active(int Pid) : RunnerChange;

    /// <summary>It is gone. The plugin is known when one threw on a thread of its own.</summary>
    internal sealed record Gone(int Pid, string? Plugin, string Why) : RunnerChange;

    /// <summary>It has done its share and gives way to a fresh one; nothing is wrong.</summary>
    internal sealed record Recycled(int Pid, string Why) : RunnerChange;

    /// <summary>It didn't start; another try follows.</summary>
    internal sealed record Refused(string Why) : RunnerChange;
}
