using System.Text;
using Kobe.Config;
using Kobe.Core.Text;

namespace Kobe.Tests.Config;

/// <summary>What kobe.yaml may say of a plugin's process.</summary>
public class PluginSettingsTests
{
    [Fact]
    public void OwnRunner_HasItsOwnLimits()
    {
        var (plugins, errors) = Read(
            """
            plugins:
              Scripts: { isolation: own, memory: 256MiB, output: 1MiB, environment: [PYTHONPATH, HTTPS_PROXY], directory: /srv, secrets: [A] }
              Desk: { secrets: [B] }
            """);

        Assert.Empty(errors);
        Assert.Equal(
            [
                "Scripts Own 268435456 1048576 PYTHONPATH+HTTPS_PROXY /srv",
                "Desk Shared    ",
            ],
            plugins.Select(plugin => $"{plugin.Plugin} {plugin.Isolation} {plugin.Memory} {plugin.Output} "
                + $"{string.Join('+', plugin.Environment)} {plugin.Directory}"));
    }

    [Theory]
    // the section                                    line:column and code, and what is said
    [InlineData("isolation: alone", "KOBE3001 'plugins.P.isolation' is 'alone', not one of its values.")]
    [InlineData("memory: 256MiB", "KOBE3030 'plugins.P.memory' is for a plugin with a runner of its own.")]
    [InlineData("isolation: shared, directory: /srv", "KOBE3030 'plugins.P.directory' is for a plugin with a runner of its own.")]
    [InlineData("isolation: own, memory: 1KiB", "KOBE3001 'plugins.P.memory' is '1KiB', not one of its values.")]
    [InlineData("isolation: own, output: lots", "KOBE3001 'plugins.P.output' is 'lots', not one of its values.")]
    [InlineData("isolation: own, environment: [API_KEY]", "KOBE3001 'environment' lists 'API_KEY', named like a secret.")]
    [InlineData("isolation: own, environment: [KOBE_STATE]", "KOBE3001 'environment' lists 'KOBE_STATE', Kobe's own.")]
    [InlineData("isolation: own, environment: [DOTNET_X]", "KOBE3001 'environment' lists 'DOTNET_X', the runtime's own.")]
    [InlineData("isolation: own, environment: [1A]", "KOBE3001 'environment' lists '1A', no name of a variable.")]
    [InlineData("isolated: own", "KOBE1021")]
    public void WrongSettings_AreRefused(string section, string expected)
    {
        var (_, errors) = Read($"plugins:\n  P: {{ {section} }}\n");

        var error = Assert.Single(errors);
        Assert.StartsWith(expected.Split(' ')[0][..5], error.Code);
        if (expected.Contains(' '))
        {
            Assert.Equal(expected, $"{error.Code} {error.Message}");
            Assert.NotNull(error.Hint);
        }
    }

    private static (IReadOnlyList<PluginSettings> Plugins, IReadOnlyList<Diagnostic> Errors) Read(string text)
    {
        var diagnostics = new Diagnostics();
        var file = ConfigFile.Read("kobe.yaml", Encoding.UTF8.GetBytes(text), _ => null, diagnostics);
        return (file.Plugins, diagnostics.Items.ToArray());
    }
}
