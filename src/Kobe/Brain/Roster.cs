using System.Runtime.CompilerServices;
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
    private readonly Seat[] _seats;
    private readonly Dictionary<string, Seat> _seatsById = new(StringComparer.Ordinal);
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

        _seats = [.. schedule.Tasks.Select(task => new Seat(task, _handlers.GetValueOrDefault(task.Run)))];
        foreach (var seat in _seats)
        {
            _seatsById[seat.Task.Id] = seat;
        }

        foreach (var after in schedule.Tasks.SelectMany(task => task.After))
        {
            if (_seatsById.TryGetValue(after.Task, out var seat))
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public HandlerRecord? HandlerOf(ScheduledTask task) =>
        SeatOf(task) is { } seat ? seat.Handler : _handlers.GetValueOrDefault(task.Run);

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
    public bool HasFollowers(ScheduledTask task) => (SeatOf(task) ?? SeatOf(task.Id))?.HasFollowers == true;

    /// <summary>The row's arguments as the handler gets them, with those of who triggered it put over them.</summary>
    public JsonElement ArgumentsOf(ScheduledTask task, JsonText? over)
    {
        if (over is not null || SeatOf(task) is not { } seat)
        {
            return RowArguments.Of(task, over);
        }

        return seat.Arguments ??= RowArguments.Of(task, null);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Seat? SeatOf(string task)
    {
        if (_last is { } last && ReferenceEquals(last.Task.Id, task))
        {
            return last;
        }

        return _seatsById.TryGetValue(task, out var seat) ? _last = seat : null;
    }

    // Null for a row of another schedule or a changed copy.
    private Seat? SeatOf(ScheduledTask task)
    {
        var place = task.Place;
        if (place >= 0 && place < _seats.Length && ReferenceEquals(_seats[place].Task, task))
        {
            return _seats[place];
        }

        return SeatOf(task.Id) is { } seat && ReferenceEquals(seat.Task, task) ? seat : null;
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
