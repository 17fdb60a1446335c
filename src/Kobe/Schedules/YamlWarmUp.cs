using Kobe.Core.Text;

namespace Kobe.Schedules;

/// <summary>Gets the YAML parser ready on another core while zones and calendars are loaded.</summary>
/// <remarks>Loading the parser takes longer than reading a schedule with it, and nobody has to wait for that.</remarks>
internal static class YamlWarmUp
{
    /// <summary>Begins; there is no end to wait for.</summary>
    public static void Begin() => new Thread(Parse) { IsBackground = true }.Start();

    private static void Parse() => YamlText.Read("", "tasks: [{ a: \"b\" }]"u8, new Diagnostics());
}
