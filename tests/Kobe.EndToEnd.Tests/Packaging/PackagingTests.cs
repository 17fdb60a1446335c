using System.Diagnostics;
using Kobe.Testing;

namespace Kobe.EndToEnd.Tests.Packaging;

/// <summary>The ways in which Kobe is installed: what must not get lost from them.</summary>
public class PackagingTests
{
    private static readonly string Unit = Repository.At("packaging", "kobe.service");

    [Theory]
    [InlineData("Type=notify")]
    [InlineData("WatchdogSec=")]
    [InlineData("Restart=always")]
    [InlineData("RestartPreventExitStatus=2 3")]
    [InlineData("--last-good")]
    [InlineData("User=kobe")]
    [InlineData("UMask=0077")]
    [InlineData("StateDirectoryMode=0700")]
    [InlineData("LoadCredential=")]
    [InlineData("ProtectSystem=strict")]
    [InlineData("KillMode=mixed")]
    public void Unit_Has(string words) => Assert.Contains(words, File.ReadAllText(Unit), StringComparison.Ordinal);

    // .NET dies under it: it compiles while it runs.
    [Fact]
    public void Unit_LetsTheRuntimeCompile() =>
        Assert.DoesNotContain(File.ReadAllLines(Unit), line => line.StartsWith("MemoryDenyWriteExecute", StringComparison.Ordinal));

    [Fact]
    public void Unit_LeavesLittleExposed()
    {
        var (code, output) = Run("systemd-analyze", "security", "--offline=true", "--threshold=20", Unit);
        Assert.SkipWhen(code == 127, "systemd-analyze is not installed here, so the unit's exposure is not judged.");

        Assert.True(code == 0, output);
        Assert.Contains("OK", output[output.LastIndexOf("Overall", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dockerfile", "USER 10001:10001")]
    [InlineData("Dockerfile", "VOLUME /var/lib/kobe")]
    [InlineData("Dockerfile", "HEALTHCHECK")]
    [InlineData("Dockerfile", "\"health\"")]
    [InlineData("Dockerfile", "--last-good")]
    [InlineData("compose.yaml", "read_only: true")]
    [InlineData("compose.yaml", "cap_drop: [ALL]")]
    [InlineData("compose.yaml", "no-new-privileges:true")]
    [InlineData("compose.yaml", "kobe-state:/var/lib/kobe")]
    public void Container_Has(string file, string words) =>
        Assert.Contains(words, File.ReadAllText(Repository.At(file)), StringComparison.Ordinal);

    // A published port would need allow_remote and a token: nobody should get there by copying this file.
    [Fact]
    public void Compose_PublishesNothing() =>
        Assert.DoesNotContain("ports:", File.ReadAllText(Repository.At("compose.yaml")), StringComparison.Ordinal);

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (127, "");
        }
    }
}
