using System.CommandLine;
using Kobe.Brain;
using Kobe.Catalogues;
using Kobe.Config;
using Kobe.Core.Markets;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Schedules;
using Kobe.Core.Text;
using Kobe.Files;
using Kobe.Journals;
using Kobe.Markets;
using Kobe.Schedules;

namespace Kobe.CommandLine;

/// <summary>The options of commands that read the schedule, each made anew for the command that takes it.</summary>
internal sealed class ScheduleOptions
{
    private const string HandlersUnchecked = "no catalogue of plugins is known, so handlers are not checked.";

    private const string JournalFolder = "journal";

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

    private readonly BrainOptions _brain = new();

    private bool _knowsBrain;

    // A switch without a value: an option of bool would be compiled at every start.
    private readonly Option<string> _json =
        new("--json") { Description = "One JSON document on stdout", Arity = ArgumentArity.Zero };

    public ScheduleOptions AddTo(Command command)
    {
        command.Options.Add(_at);
        command.Options.Add(_zone);
        command.Options.Add(_schedule);
        command.Options.Add(_config);
        command.Options.Add(_json);
        return this;
    }

    /// <summary>Adds what tells where plugins and state lie: the answer looks at them.</summary>
    public ScheduleOptions AddBrainTo(Command command)
    {
        _brain.AddState(command).AddPlugins(command);
        _knowsBrain = true;
        return AddTo(command);
    }

    public bool Json(ParseResult result) => result.GetResult(_json) is not null;

    /// <summary>The schedule, its calendars and the time of the question.</summary>
    /// <exception cref="UserError">Something is wrong with an option, the configuration or the schedule.</exception>
    /// <param name="result">The call.</param>
    /// <param name="time">The clock.</param>
    /// <param name="folder">Another schedule directory than the one that the call names, or null.</param>
    public OpenSchedule Open(ParseResult result, TimeProvider time, string? folder = null)
    {
        var kept = _knowsBrain ? KeptCatalogue.Begin(_brain.State(result), _brain.Plugins(result)) : null;
        var history = Journal(result) is { } journal ? LedgerReading.Begin(journal) : null;
        var diagnostics = new Diagnostics();
        var zones = new MachineZones();
        var sources = Sources(result);
        var settings = ScheduleSettings.Read(sources, zones, diagnostics)
            ?? throw new UserError(DiagnosticLines.Of(diagnostics));
        var now = Time(result, settings, zones, time, out var zone);
        var catalogue = kept?.With(sources);
        var loaded = ScheduleLoader.Load(folder ?? Folder(result), zones, now, settings, catalogue, Warn);
        if (catalogue is null)
        {
            Terminal.Complain("kobe: " + HandlersUnchecked
                + (!_knowsBrain || !Directory.Exists(_brain.State(result)) ? "" : " 'kobe check' asks for one."));
        }

        var context = Knowing(loaded.Calendars, history);
        if (catalogue is not null)
        {
            context = context with { Available = task => catalogue.Find(task.Run) is not null };
        }

        return new(loaded.Schedule, loaded.Calendars, context, zone, now);
    }

    /// <summary>Everything that is wrong with configuration, calendars, plugins and schedule.</summary>
    /// <exception cref="UserError">An option is wrong, there is nothing to check, or no runner came up.</exception>
    public ScheduleReport Check(ParseResult result, TimeProvider time)
    {
        var diagnostics = new Diagnostics();
        var zones = new MachineZones();
        var settings = ScheduleSettings.ReadAll(Sources(result), zones, diagnostics) ?? ScheduleSettings.Default(zones);
        var now = Time(result, settings, zones, time, out _);
        var plugins = _brain.Plugins(result);
        ScheduleFolder.Read(Folder(result));
        var catalogue = CatalogueQuestion.Ask(plugins, _brain.State(result));
        foreach (var plugin in catalogue.Plugins)
        {
            if (plugin.Problem is { } problem)
            {
                diagnostics.Error(new(Path.Combine(plugins, plugin.Name), 1, 1), PluginCodes.Refused,
                    $"The plugin {plugin.Name} did not load: {problem}", "Mend it, or take its folder away.");
            }
        }

        return ScheduleLoader.Check(
            Folder(result), zones, now, settings, diagnostics, Awaited.AddTo(catalogue, settings.AwaitedPlugins));
    }

    /// <summary>The journal's folder; null when there is none.</summary>
    public string? Journal(ParseResult result) => _knowsBrain
        && Path.Combine(_brain.State(result), JournalFolder) is var folder && Directory.Exists(folder) ? folder : null;

    // What has happened so far, as far as there is a journal that can be read.
    private static DecisionContext Knowing(CalendarSet calendars, LedgerReading? history)
    {
        if (history is null)
        {
            return Forecaster.Blank(calendars);
        }

        var ledger = history.Wait(out var problem);
        if (problem is not null)
        {
            Terminal.Complain($"kobe: {problem}");
            Terminal.Complain($"kobe: The journal in {history.Folder} can't be read, so nothing is known of what has "
                + "happened.");
        }

        return ledger is null ? Forecaster.Blank(calendars) : Forecaster.Knowing(calendars, ledger);
    }

    // Rows whose plugin is not there are shown as such, one by one.
    private static void Warn(Diagnostic warning)
    {
        if (warning.Code != ScheduleCodes.UnknownHandler)
        {
            Terminal.Complain("kobe: " + warning);
        }
    }

    // Not a tuple of both: its code would be compiled at every start.
    private DateTimeOffset Time(
        ParseResult result, ScheduleSettings settings, IZones zones, TimeProvider time, out TimeZoneInfo zone)
    {
        zone = result.GetValue(_zone) is { } id ? CommonOptions.FindZone(id, zones) : settings.Zone;
        var now = result.GetValue(_at) is { } at ? TimeArgument.Instant("--at", at, zone) : time.GetUtcNow();
        Dates.RefuseOutside(now, zone);
        return now;
    }

    private string Folder(ParseResult result) => result.GetValue(_schedule) ?? "schedule";

    private ConfigSources Sources(ParseResult result) =>
        new(result.GetValue(_config), ConfigSources.ProcessEnvironment(), []);
}
