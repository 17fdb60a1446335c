using Kobe.Core.Catalogues;

namespace Kobe.Core.Schedules;

/// <summary>The facts that a row's results may publish: its handler's own, and those that its arguments
/// name.</summary>
public static class RowFacts
{
    /// <summary>The names, the handler's own first.</summary>
    /// <param name="task">The row.</param>
    /// <param name="handler">Its handler.</param>
    public static IEnumerable<string> Of(ScheduledTask task, HandlerRecord handler)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(handler);
        return handler.Facts.Concat(
            task.Args.Where(argument => handler.Argument(argument.Name)?.NamesFacts == true)
                .SelectMany(argument => argument.Values));
    }
}
