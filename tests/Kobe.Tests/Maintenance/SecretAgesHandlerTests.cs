using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.SecretAges;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.secret_ages looks at ages and modes, and never into a file.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SecretAgesHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly SecretAgesHandler handler = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void OldToken_IsDiscovered_Once_AndItsContentIsNowhere()
    {
        Secret("api-token", daysAgo: 200);
        Secret("api-token-read", daysAgo: 10);

        attempt.Succeed(handler, new SecretAgesArguments(state.Root));
        var result = attempt.Succeed(handler, new SecretAgesArguments(state.Root));

        Assert.Equal("api-token is older than 180 days.", Assert.Single(attempt.Discoveries).Title);
        Assert.Equal(200, result.Facts[0].Value.GetProperty("oldest_days").GetInt32());
        Assert.DoesNotContain("canary", result.Facts[0].Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void TokenThatOthersCanRead_Fails()
    {
        Secret("api-token", daysAgo: 1);
        File.SetUnixFileMode(state.At("api-token"), UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.Contains("chmod 600", attempt.Fail(handler, new SecretAgesArguments(state.Root)), StringComparison.Ordinal);
    }

    [Fact]
    public void NamedFileThatIsMissing_Fails() =>
        Assert.Contains(
            "/nowhere", attempt.Fail(handler, new SecretAgesArguments(state.Root, "/nowhere")), StringComparison.Ordinal);

    [Fact]
    public void NoTokens_AreSkipped() =>
        Assert.Contains("has no tokens", attempt.Skip(handler, new SecretAgesArguments(state.Root)), StringComparison.Ordinal);

    [Fact]
    public void ZeroDays_AreFatal() =>
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, new SecretAgesArguments(state.Root, MaxDays: 0)));

    private void Secret(string name, int daysAgo)
    {
        state.Write(name, "canary");
        File.SetLastWriteTimeUtc(state.At(name), Attempt.Now.AddDays(-daysAgo).UtcDateTime);
    }
}
