using Kobe.CommandLine;
using Kobe.Config;
using Kobe.Core.Markets;
using Kobe.Core.Text;

namespace Kobe.Schedules;

/// <summary>What the reading of a schedule takes from the configuration and the environment.</summary>
/// <param name="Zone">The zone of files that name none, and of answers.</param>
/// <param name="TimeoutMax">The longest timeout that a row may ask for.</param>
/// <param name="Environment">The variables that values may carry, and the switches.</param>
internal sealed record ScheduleSettings(
    TimeZoneInfo Zone, TimeSpan TimeoutMax, IReadOnlyDictionary<string, string> Environment)
{
    private static readonly TimeSpan TimeoutUsual = TimeSpan.FromMinutes(5);

    /// <summary>The settings of nobody who set anything.</summary>
    public static ScheduleSettings Default(IZones zones, IReadOnlyDictionary<string, string>? environment = null) =>
        new(CommonOptions.FindZone(CommonOptions.DefaultZone, zones), TimeoutUsual,
            environment ?? ConfigSources.ProcessEnvironment());

    /// <summary>The settings in force; null when the configuration is wrong.</summary>
    /// <remarks>Where nothing configures anything the configuration is not looked at: answers come sooner.</remarks>
    public static ScheduleSettings? Read(ConfigSources sources, IZones zones, Diagnostics diagnostics)
    {
        if (sources.File is null && !File.Exists(ConfigSources.UsualFile) && !IsConfigured(sources.Environment))
        {
            return Default(zones, sources.Environment);
        }

        return ConfigLoader.Load(sources, zones, diagnostics) is { } config
            ? new(config.Zone, config.TimeoutMax, sources.Environment)
            : null;
    }

    private static bool IsConfigured(IReadOnlyDictionary<string, string> environment)
    {
        foreach (var name in environment.Keys)
        {
            if (name.StartsWith(Setting.VariablePrefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
