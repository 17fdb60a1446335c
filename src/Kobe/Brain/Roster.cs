using System.Text.Json;
using Kobe.Core.Catalogues;
using Kobe.Core.Markets;
using Kobe.Core.Planning;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>A schedule in force: its rows, when they fall due, and what their handlers can do.</summary>
internal sealed class Roster
{
    private readonly Dictionary<string, Seat> _seats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HandlerRecord> _handlers = new(StringComparer.Ordinal);

    // A row is asked about many times from its planning to its end.
    private Seat? _last;

    public Roster(Schedule schedule, CalendarSet calendars, Catalogue catalogue, DateTimeOffset loadedAt)
    {
        Schedule = schedule;
        Calendars = calendars;
        Catalogue = catalogue;
        LoadedAt = loadedAt;
        Timeline = new(schedule, calendars);
        foreach (var handler in catalogue.Handlers)
        {
            _handlers[handler.Name] = handler;
        }

        foreach (var task in schedule.Tasks)
        {
            _seats[task.Id] = new(task, _handlers.GetValueOrDefault(task.Run));
        }

        foreach (var after in schedule.Tasks.SelectMany(task => task.After))
        {
            if (_seats.TryGetValue(after.Task, out var seat))
            {
                seat.HasFollowers = true;
            }
        }

        Whenever = [.. schedule.Tasks.Where(task => task.Trigger is Trigger.Whenever && task.Enabled)];
        OnStart = [.. schedule.Tasks.Where(task => task.Trigger is Trigger.OnStart && task.Enabled)];
    }

    /// <summary>What happens when it is put into force, on the loop's thread; null: nothing.</summary>
    public Action? InForce { get; init; }

    public Schedule Schedule { get; }

    public CalendarSet Calendars { get; }

    public Catalogue Catalogue { get; }

    public DateTimeOffset LoadedAt { get; }

    /// <summary>Why this is not the schedule that its owner wants; null when it is.</summary>
    public string? Degraded { get; init; }

    public Timeline Timeline { get; }

    public IReadOnlyList<ScheduledTask> Whenever { get; }

    public IReadOnlyList<ScheduledTask> OnStart { get; }

    public ScheduledTask? Find(string task) => SeatOf(task)?.Task;

    public HandlerRecord? HandlerOf(ScheduledTask task) =>
        SeatOf(task.Id) is { } seat && ReferenceEquals(seat.Task, task)
            ? seat.Handler
            : _handlers.GetValueOrDefault(task.Run);

    public bool IsAvailable(string handler) => _handlers.ContainsKey(handler);

    /// <summary>Whether the row's handler is of a plugin that the owner says is still to come.</summary>
    public bool IsAwaited(ScheduledTask task) => HandlerOf(task) is null
        && Catalogue.Plugins.Any(plugin => plugin.IsAwaited && plugin.MayHaveHad(task.Run));

    public bool CanReconcile(ScheduledTask task) => HandlerOf(task)?.Reconciles == true;

    /// <summary>Whether a running attempt of this row gives way to a critical one.</summary>
    public bool IsPreemptible(ScheduledTask task)
    {
        if (task.Preemptible == Preemption.No || task.Priority <= 1 || HandlerOf(task) is not { } handler)
        {
            return false;
        }

        return handler.Effects == Contracts.Effects.None || (handler.Effects == Contracts.Effects.Idempotent
            && EndPolicy.Effective(task.OnUnknown, handler.Reconciles) == OnUnknown.Retry);
    }

    /// <summary>Whether a row's <c>after</c> names this task.</summary>
    public bool HasFollowers(string task) => SeatOf(task)?.HasFollowers == true;

    /// <summary>The row's arguments as the handler gets them, with those of who triggered it put over them.</summary>
    public JsonElement ArgumentsOf(ScheduledTask task, JsonText? over)
    {
        if (over is not null || SeatOf(task.Id) is not { } seat || !ReferenceEquals(seat.Task, task))
        {
            return RowArguments.Of(task, over);
        }

        return seat.Arguments ??= RowArguments.Of(task, null);
    }

    private Seat? SeatOf(string task)
    {
        if (_last is { } last && ReferenceEquals(last.Task.Id, task))
        {
            return last;
        }

        return _seats.TryGetValue(task, out var seat) ? _last = seat : null;
    }

    private sealed class Seat(ScheduledTask task, HandlerRecord? handler)
    {
        public ScheduledTask Task => task;

        public HandlerRecord? Handler => handler;

        public bool HasFollowers { get; set; }

        /// <summary>As the handler gets them; made when they are wanted.</summary>
        public JsonElement? Arguments { get; set; }
    }
}
