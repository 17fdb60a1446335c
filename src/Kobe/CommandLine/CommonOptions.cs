using System.CommandLine;
using Kobe.Core.Markets;
using Kobe.Files;
using Kobe.Markets;

namespace Kobe.CommandLine;

/// <summary>The options that reading commands share, each made anew for the command that takes it.</summary>
internal sealed class CommonOptions
{
    /// <summary>The zone of the exchange that Kobe is made for.</summary>
    public const string DefaultZone = "America/New_York";

    private readonly Option<string> _schedule =
        new("--schedule") { Description = "The schedule directory [schedule]", HelpName = "DIR" };

    private readonly Option<string> _at =
        new("--at") { Description = "Pretend that it is this time", HelpName = "TIME" };

    private readonly Option<string> _zone =
        new("--zone")
        {
            Description = $"The zone of times without an offset, and of the answer [{DefaultZone}]",
            HelpName = "ZONE",
        };

    private readonly Option<string> _calendar =
        new("--calendar") { Description = $"The calendar [{CalendarSet.DefaultName}]", HelpName = "NAME" };

    // A switch without a value: an option of bool would be compiled at every start.
    private readonly Option<string> _json =
        new("--json") { Description = "One JSON document on stdout", Arity = ArgumentArity.Zero };

    public CommonOptions AddTo(Command command, bool at)
    {
        if (at)
        {
            command.Options.Add(_at);
        }

        command.Options.Add(_calendar);
        command.Options.Add(_zone);
        command.Options.Add(_schedule);
        command.Options.Add(_json);
        return this;
    }

    public bool Json(ParseResult result) => result.GetResult(_json) is not null;

    public TimeZoneInfo Zone(ParseResult result, IZones zones) =>
        FindZone(result.GetValue(_zone) ?? DefaultZone, zones);

    /// <summary>A zone that was named; a refusal with a suggestion when this machine does not know it.</summary>
    public static TimeZoneInfo FindZone(string id, IZones zones) =>
        zones.Find(id) ?? throw new UserError(UnknownZone(id, zones));

    public DateTimeOffset Now(ParseResult result, TimeZoneInfo zone, TimeProvider time) =>
        result.GetValue(_at) is { } text ? TimeArgument.Instant("--at", text, zone) : time.GetUtcNow();

    public MarketClock Clock(ParseResult result, IZones zones)
    {
        var set = CalendarLoader.Load(Schedule(result), zones);
        var name = result.GetValue(_calendar) ?? CalendarSet.DefaultName;
        return set.Find(name) ?? throw new UserError(
            $"There is no calendar '{name}'. {Suggestion.For(name, set.Names)}");
    }

    // A directory that was named must be there; the usual one may be missing.
    private string Schedule(ParseResult result)
    {
        var named = result.GetValue(_schedule);
        return named is null || Directory.Exists(named)
            ? named ?? "schedule"
            : throw new UserError($"The schedule directory '{named}' is missing. Name one with --schedule DIR.");
    }

    private static string UnknownZone(string id, IZones zones)
    {
        var ids = zones.Ids();
        return ids.Count <= 1
            ? "This machine has no time zone data. Install the tzdata package."
            : $"This machine knows no zone '{id}'. {Suggestion.For(id, ids)}";
    }
}
