using System.Security.Cryptography;
using System.Text;
using Kobe.Catalogues;
using Kobe.Config;
using Kobe.Core.Catalogues;
using Kobe.Core.Markets;
using Kobe.Core.Schedules;
using Kobe.Files;
using Kobe.Hosting.Generations;
using Kobe.Logging;
using Kobe.Schedules;

namespace Kobe.Brain.Reloads;

/// <summary>Reads schedule, calendars and plugins anew and makes what may take the place of what is in force.</summary>
/// <remarks>
/// Everything is checked before anything changes: the plugins' new runners stand ready, and the schedule has been held
/// against what they offer. Plugins that are refused don't hold up a schedule that is right.
/// </remarks>
internal sealed class Reloader(
    BrainFiles files, KobeConfig config, ScheduleSettings settings, IZones zones, TimeProvider time,
    RunnerGenerations? generations, string? seen, LoadedSchedule last, Func<Roster> inForce,
    Action<AlertLevel, string> alert, Log log)
{
    private static readonly TimeSpan ReadyMax = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private string? seen = seen;
    private string? refusedPlugins;
    private LoadedSchedule last = last;

    /// <summary>What the files make now, checked.</summary>
    /// <param name="always">Also when nothing has changed.</param>
    /// <returns>Null when nothing has changed.</returns>
    /// <exception cref="UserError">The schedule is refused; each content says so once unless
    /// <paramref name="always"/>.</exception>
    public Roster? Load(bool always)
    {
        lock (gate)
        {
            var now = SeenOf(files);
            var isNew = now is null || now != seen;
            var next = Prepare();
            if (!always && !isNew && next is null)
            {
                return null;
            }

            seen = now;
            try
            {
                return Make(next);
            }
            catch
            {
                next?.Dispose();
                throw;
            }
        }
    }

    private Roster Make(Generation? next)
    {
        var current = inForce();
        if (next is null)
        {
            return Read(current, current.Catalogue, null);
        }

        try
        {
            return Read(current, Awaited.AddTo(next.Catalogue, config.AwaitedPlugins), next);
        }
        catch (UserError wrong)
        {
            // With the handlers in force the same rows may be right: then it is the plugins that don't fit.
            var roster = Read(current, current.Catalogue, null);
            Refuse(next, $"the schedule doesn't fit them: {wrong.Message.Split('\n')[0]}");
            return roster;
        }
    }

    private Roster Read(Roster current, Catalogue catalogue, Generation? next)
    {
        // A copy: what the roster keeps to tell it is in force must not keep the roster before it, and so all of them.
        var known = current.Schedule.Hash;
        var loaded = ScheduleLoader.Load(
            ScheduleFiles.Read(files.Schedule), zones, time.GetUtcNow(), settings, catalogue,
            warning => log.Warning("schedule", warning.ToString()), hash => hash == known, last);
        last = loaded;
        List<string> lines =
        [
            .. PluginChange.Lines(current.Catalogue, catalogue),
            .. ScheduleChanges.Between(current.Schedule, loaded.Schedule)
                .Select(change => $"row {change.Task}: {change.What}"),
        ];
        var roster = new Roster(loaded.Schedule, loaded.Calendars, catalogue, time.GetUtcNow())
        {
            InForce = () => TakeOver(next, lines),
        };
        foreach (var text in PluginAlerts.Of(roster, current.Catalogue))
        {
            alert(AlertLevel.Warning, text);
        }

        new ScheduleSource(files, lastGood: false, log).Keep(loaded, time.GetUtcNow());
        return roster;
    }

    private void TakeOver(Generation? next, List<string> lines)
    {
        if (next is not null)
        {
            generations!.Replace(next);
        }

        lines.ForEach(line => log.Info("reload", line));
    }

    // Null: the plugins are those in force, or were refused already.
    private Generation? Prepare()
    {
        if (generations is null)
        {
            return null;
        }

        Generation? next = null;
        var stamp = PluginsStamp.Of(files.Plugins);
        try
        {
            next = generations.Prepare(refusedPlugins);
            if (next is null)
            {
                // Whoever lays the same refused ones there a second time is told a second time.
                refusedPlugins = generations.Found() == refusedPlugins ? refusedPlugins : null;
                return null;
            }

            var problem = next.TryWait(ReadyMax) is { } late
                ? $"their runner doesn't come up: {late}"
                : PluginChange.Refusal(generations.Catalogue, next.Catalogue);
            if (problem is null)
            {
                CatalogueFile.Keep(files.State, stamp, next.Catalogue);
                return next;
            }

            Refuse(next, problem);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            next?.Dispose();
            alert(AlertLevel.Warning, $"PLUGIN: the new plugins can't be read: {error.Message} Those in force go on.");
        }

        return null;
    }

    private void Refuse(Generation next, string why)
    {
        refusedPlugins = next.Identity;
        next.Dispose();
        alert(AlertLevel.Critical, $"PLUGIN: the new plugins are refused, those in force go on: {why}");
    }

    /// <summary>The schedule's and the calendars' files in a few characters: equal for equal files.</summary>
    public static string SeenOf(ScheduleFiles read)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in read.Rows.Concat(read.Calendars))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Bytes.Length}\0"));
            hash.AppendData(file.Bytes.Span);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    // Null when they can't be read, which loading says better.
    private static string? SeenOf(BrainFiles files)
    {
        try
        {
            return SeenOf(ScheduleFiles.Read(files.Schedule));
        }
        catch (UserError)
        {
            return null;
        }
    }
}
