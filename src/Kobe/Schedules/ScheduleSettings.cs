using Kobe.CommandLine;
using Kobe.Config;
using Kobe.Core.Markets;
using Kobe.Core.Text;
using Kobe.Files;

namespace Kobe.Schedules;

/// <summary>What the reading of a schedule takes from the configuration and the environment.</summary>
/// <param name="Zone">The zone of files that name none, and of answers.</param>
/// <param name="TimeoutMax">The longest timeout that a row may ask for.</param>
/// <param name="Environment">The variables that values may carry, and the switches.</param>
internal sealed record ScheduleSettings(
    TimeZoneInfo Zone, TimeSpan TimeoutMax, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Plugins that are still to come; known when the whole configuration was read.</summary>
    public IReadOnlyList<string> AwaitedPlugins { get; init; } = [];

    // Written out: to ask the table of settings for their names would make all of them.
    private const string ZoneVariable = "KOBE_ZONE";
    private const string TimeoutVariable = "KOBE_LIMITS_MAX_TIMEOUT";

    private static readonly TimeSpan TimeoutUsual = TimeSpan.FromMinutes(5);

    /// <summary>The settings of nobody who set anything.</summary>
    public static ScheduleSettings Default(IZones zones, IReadOnlyDictionary<string, string>? environment = null) =>
        new(CommonOptions.FindZone(CommonOptions.DefaultZone, zones), TimeoutUsual,
            environment ?? ConfigSources.ProcessEnvironment());

    /// <summary>The settings in force; null when the configuration is wrong.</summary>
    /// <remarks>
    /// Two settings count here. Where nobody sets them the configuration is left to <c>kobe check</c> and the brain:
    /// answers come sooner.
    /// </remarks>
    public static ScheduleSettings? Read(ConfigSources sources, IZones zones, Diagnostics diagnostics)
    {
        if (sources.File is null && !sources.Environment.ContainsKey(ZoneVariable)
            && !sources.Environment.ContainsKey(TimeoutVariable) && !IsSetInFile(ConfigSources.UsualFile))
        {
            return Default(zones, sources.Environment);
        }

        return ReadAll(sources, zones, diagnostics);
    }

    /// <summary>As the other, with every error and warning of the whole configuration.</summary>
    public static ScheduleSettings? ReadAll(ConfigSources sources, IZones zones, Diagnostics diagnostics) =>
        ConfigLoader.Load(sources, zones, diagnostics) is { } config
            ? new(config.Zone, config.TimeoutMax, sources.Environment) { AwaitedPlugins = config.AwaitedPlugins }
            : null;

    // Told by the words alone, before anything has to be parsed: a comment that has them costs a little time.
    private static bool IsSetInFile(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var bytes = SingleFile.Read(path).AsSpan();
        return bytes.IndexOf("zone"u8) >= 0 || bytes.IndexOf("limits"u8) >= 0;
    }
}
