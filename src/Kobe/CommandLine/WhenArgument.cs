using Kobe.Config;
using Kobe.Core.Markets;
using Kobe.Core.Text;
using Kobe.Files;
using Kobe.Schedules;

namespace Kobe.CommandLine;

/// <summary>A time to come, as people say it: an ISO time, <c>+2h</c>, <c>14:30</c>, <c>tomorrow 09:30</c>.</summary>
internal static class WhenArgument
{
    /// <summary>The instant, UTC.</summary>
    /// <param name="option">The option's name, for the message.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="zone">The zone of times without an offset.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="UserError">It is no time, or is past.</exception>
    public static DateTimeOffset Instant(string option, string text, TimeZoneInfo zone, DateTimeOffset now)
    {
        var at = Read(option, text, zone, now);
        return at > now ? at : throw new UserError(
            $"{option} '{text}' is {Instants.Text(at, zone)}, which is past. Write a time to come.");
    }

    /// <summary>The zone of times without an offset: that of kobe.yaml.</summary>
    public static TimeZoneInfo ScheduleZone(IZones zones)
    {
        var diagnostics = new Diagnostics();
        return ScheduleSettings.Read(new(null, ConfigSources.ProcessEnvironment(), []), zones, diagnostics)?.Zone
            ?? throw new UserError(DiagnosticLines.Of(diagnostics));
    }

    private static DateTimeOffset Read(string option, string text, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (text is ['+', .. var span])
        {
            return DurationText.TryParse(span, out var duration)
                ? now + duration
                : throw Wrong(option, text);
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [("today" or "tomorrow") and var day, var clock])
        {
            return On(day == "today" ? today : today.AddDays(1), clock) ?? throw Wrong(option, text);
        }

        // A time alone is the next one: today's, or tomorrow's once that is past.
        if (On(today, text) is { } next)
        {
            return next > now ? next : On(today.AddDays(1), text)!.Value;
        }

        return text.Length >= 16 ? TimeArgument.Instant(option, text, zone) : throw Wrong(option, text);

        DateTimeOffset? On(DateOnly date, string wallClock) => TimeText.TryParse(wallClock, out var time)
            ? new LocalDay(date, zone).Resolve(time.ToTimeSpan(), GapPolicy.Run, OverlapPolicy.First)
            : null;
    }

    private static UserError Wrong(string option, string text) => new(
        $"{option} '{text}' is no time to come. Write 2026-11-27T14:30, 14:30, tomorrow 09:30 or +2h.");
}
