using System.CommandLine;
using Kobe.Config;
using Kobe.Core.Markets;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Text;
using Kobe.Files;
using Kobe.Markets;
using Kobe.Schedules;

namespace Kobe.CommandLine;

/// <summary>The options of commands that read the schedule, each made anew for the command that takes it.</summary>
internal sealed class ScheduleOptions
{
    /// <summary>What is said where no catalogue of the plugins is known.</summary>
    public const string HandlersUnchecked = "no catalogue of plugins is known, so handlers are not checked.";

    private readonly Option<string> _at =
        new("--at") { Description = "Pretend that it is this time", HelpName = "TIME" };

    private readonly Option<string> _zone =
        new("--zone")
        {
            Description = "The zone of times without an offset, and of the answer [that of kobe.yaml]",
            HelpName = "ZONE",
        };

    private readonly Option<string> _schedule =
        new("--schedule") { Description = "The schedule directory [schedule]", HelpName = "DIR" };

    private readonly Option<string> _config =
        new("--config") { Description = $"The configuration [{ConfigSources.UsualFile}]", HelpName = "FILE" };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document on stdout" };

    public ScheduleOptions AddTo(Command command)
    {
        command.Options.Add(_at);
        command.Options.Add(_zone);
        command.Options.Add(_schedule);
        command.Options.Add(_config);
        command.Options.Add(_json);
        return this;
    }

    public bool Json(ParseResult result) => result.GetValue(_json);

    /// <summary>The schedule, its calendars and the time of the question.</summary>
    /// <exception cref="UserError">Something is wrong with an option, the configuration or the schedule.</exception>
    /// <param name="result">The call.</param>
    /// <param name="time">The clock.</param>
    /// <param name="folder">Another schedule directory than the one that the call names, or null.</param>
    public OpenSchedule Open(ParseResult result, TimeProvider time, string? folder = null)
    {
        var diagnostics = new Diagnostics();
        var zones = new MachineZones();
        var settings = ScheduleSettings.Read(Sources(result), zones, diagnostics)
            ?? throw new UserError(DiagnosticLines.Of(diagnostics));
        var (zone, now) = Time(result, settings, zones, time);
        var loaded = ScheduleLoader.Load(folder ?? Folder(result), zones, now, settings, catalogue: null);
        Terminal.Complain("kobe: " + HandlersUnchecked);
        return new(loaded.Schedule, loaded.Calendars, Forecaster.Blank(loaded.Calendars), zone, now);
    }

    /// <summary>Everything that is wrong with configuration, calendars and schedule.</summary>
    /// <exception cref="UserError">An option is wrong, or there is nothing to check.</exception>
    public ScheduleReport Check(ParseResult result, TimeProvider time)
    {
        var diagnostics = new Diagnostics();
        var zones = new MachineZones();
        var settings = ScheduleSettings.ReadAll(Sources(result), zones, diagnostics) ?? ScheduleSettings.Default(zones);
        var (_, now) = Time(result, settings, zones, time);
        return ScheduleLoader.Check(Folder(result), zones, now, settings, diagnostics, catalogue: null);
    }

    private (TimeZoneInfo Zone, DateTimeOffset Now) Time(
        ParseResult result, ScheduleSettings settings, IZones zones, TimeProvider time)
    {
        var zone = result.GetValue(_zone) is { } id ? CommonOptions.FindZone(id, zones) : settings.Zone;
        var now = result.GetValue(_at) is { } at ? TimeArgument.Instant("--at", at, zone) : time.GetUtcNow();
        Dates.RefuseOutside(now, zone);
        return (zone, now);
    }

    private string Folder(ParseResult result) => result.GetValue(_schedule) ?? "schedule";

    private ConfigSources Sources(ParseResult result) =>
        new(result.GetValue(_config), ConfigSources.ProcessEnvironment(), []);
}
