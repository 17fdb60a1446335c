using Kobe.Brain.Reloads;
using Kobe.Core.Catalogues;
using Kobe.Core.Markets;
using Kobe.Core.Text;
using Kobe.Files;
using Kobe.Logging;
using Kobe.Operation;
using Kobe.Schedules;

namespace Kobe.Brain;

/// <summary>Where a start takes its schedule from: the schedule directory, or the last good one in its stead.</summary>
/// <param name="files">Where things are.</param>
/// <param name="lastGood">Whether the last good one may stand in.</param>
/// <param name="log">Gets what is wrong with a schedule that is passed over.</param>
internal sealed class ScheduleSource(BrainFiles files, bool lastGood, Log log)
{
    private ScheduleFiles? _read;
    private ScheduleFiles? _standIn;
    private LoadedSchedule? _before;

    /// <summary>Why the last good one stands in, in a sentence; null when it does not.</summary>
    public string? Degraded { get; private set; }

    /// <summary>What a reload holds against the files to know whether they have changed; null when they could not be
    /// read.</summary>
    public string? Seen => _read is null ? null : Reloader.SeenOf(_read);

    /// <summary>As <see cref="ScheduleLoader"/> loads the schedule directory, or what stands in for it. The files are
    /// read once.</summary>
    /// <exception cref="UserError">The schedule is wrong, and nothing may or can stand in.</exception>
    public LoadedSchedule Load(
        IZones zones, DateTimeOffset now, ScheduleSettings settings, Catalogue? catalogue, Action<Diagnostic> warned,
        Func<string, bool> isInForce)
    {
        if (_standIn is null)
        {
            try
            {
                _read ??= ScheduleFiles.Read(files.Schedule);
                return Loaded(_read);
            }
            catch (UserError refused) when (lastGood)
            {
                StandIn(refused);
            }
        }

        return Loaded(_standIn!);

        LoadedSchedule Loaded(ScheduleFiles from) => _before = ScheduleLoader.Load(
            from, zones, now, settings, catalogue, warned, isInForce, _before);
    }

    /// <summary>Keeps the schedule as the last good one, unless that is what it is.</summary>
    /// <returns>Since when it is the one that is kept, calendars included, UTC; null when that is not known.</returns>
    public DateTimeOffset? Keep(LoadedSchedule loaded, DateTimeOffset now)
    {
        try
        {
            return _standIn is null ? LastGoodSchedule.Keep(files.State, files.Schedule, loaded, now) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or PosixException)
        {
            log.Warning("schedule", $"The schedule was not kept as the last good one: {error.Message}");
            return null;
        }
    }

    private void StandIn(UserError refused)
    {
        _standIn = LastGoodSchedule.Read(files.State) ?? throw new UserError(
            [.. refused.Message.Split('\n'), $"No last good schedule is kept in '{files.State}' to start on."]);
        foreach (var line in refused.Message.Split('\n'))
        {
            log.Error("schedule", line);
        }

        Degraded = $"The schedule in '{files.Schedule}' is refused, and the last good one is in force until it is "
            + "mended: 'kobe check' shows what is wrong.";
    }
}
