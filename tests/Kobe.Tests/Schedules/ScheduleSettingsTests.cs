using Kobe.Config;
using Kobe.Core.Text;
using Kobe.Markets;
using Kobe.Schedules;

namespace Kobe.Tests.Schedules;

/// <summary>What schedules take from the configuration, and that it counts however it was set.</summary>
public class ScheduleSettingsTests
{
    [Theory]
    [InlineData("KOBE_ZONE",               "Europe/London", "Europe/London 5m")]
    [InlineData("KOBE_LIMITS_MAX_TIMEOUT", "9m",            "America/New_York 9m")]
    [InlineData("KOBE_DRAIN",              "10s",           "America/New_York 5m")]
    [InlineData("OTHER",                   "x",             "America/New_York 5m")]
    public void Variable_Counts(string name, string value, string settings)
    {
        var environment = new Dictionary<string, string> { [name] = value };
        var read = ScheduleSettings.Read(new(null, environment, []), new MachineZones(), new Diagnostics())!;

        Assert.Equal(settings, $"{read.Zone.Id} {DurationText.Format(read.TimeoutMax)}");
    }

    // The names of two variables are written out; they must be the table's.
    [Fact]
    public void Variables_AreThoseOfTheSettings() =>
        Assert.Equal(["KOBE_ZONE", "KOBE_LIMITS_MAX_TIMEOUT"], [Settings.Zone.Variable, Settings.TimeoutMax.Variable]);

    [Fact]
    public void File_ThatIsNamed_IsReadWhole()
    {
        using var folder = new Operation.TemporaryFolder();
        var diagnostics = new Diagnostics();
        var sources = new ConfigSources(folder.Write("kobe.yaml", "drian: 1s\n"), new Dictionary<string, string>(), []);

        Assert.Null(ScheduleSettings.Read(sources, new MachineZones(), diagnostics));
        Assert.True(diagnostics.HasErrors);
    }
}
