using Kobe.Contracts;

namespace Kobe.Core.Catalogues;

/// <summary>A handler, as far as schedules and people need to know it.</summary>
/// <param name="Name">The name that a row's <c>run</c> gives.</param>
/// <param name="Plugin">The plugin that has it.</param>
/// <param name="Effects">What it does to the world; a row can't loosen it.</param>
/// <param name="Reconciles">Whether it can be asked if an attempt in doubt had its effect.</param>
/// <param name="About">What it does, in one line.</param>
/// <param name="Facts">The facts that it may publish, by name.</param>
/// <param name="Arguments">What a row's <c>args</c> may hold, in the order in which they were declared.</param>
public sealed record HandlerRecord(
    string Name,
    string Plugin,
    Effects Effects,
    bool Reconciles,
    string About,
    IReadOnlyList<string> Facts,
    IReadOnlyList<ArgumentRecord> Arguments)
{
    /// <summary>Looks an argument up.</summary>
    /// <param name="name">Its name, in snake_case.</param>
    /// <returns>Null when the handler doesn't take it.</returns>
    public ArgumentRecord? Argument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }
}
