using Kobe.Contracts;
using Kobe.Core.Catalogues;

namespace Kobe.Runner.Plugins;

/// <summary>A handler, ready to be made for an attempt.</summary>
/// <param name="Record">What the catalogue says about it.</param>
/// <param name="Make">Calls its constructor.</param>
/// <param name="Arguments">Fills its arguments record; null when it takes none.</param>
internal sealed record HandlerEntry(HandlerRecord Record, Func<ITaskHandler> Make, ArgumentBinder? Arguments)
{
    /// <summary>Whether a fact is among those it declared.</summary>
    public bool MayPublish(string fact) => Record.Facts.Contains(fact);
}
