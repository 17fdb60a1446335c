using System.Runtime.Versioning;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Packages;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.package_audit reads what a program carries.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PackageAuditHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly PackageAuditHandler handler = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void Packages_AreListed_OnceAndInOrder()
    {
        Deps("app/kobe.deps.json", "Zeta/2.0.0", "Alpha/1.0.0");
        Deps("app/plugins/P/P.deps.json", "Alpha/1.0.0", "Alpha/2.0.0");

        var result = Audit();

        Assert.Equal(["Alpha 1.0.0", "Alpha 2.0.0", "Zeta 2.0.0"], List(result, "packages"));
        Assert.Equal(0, result.Evidence.Counts["advisories"]);
        Assert.True(File.Exists(state.At("packages.json")));
    }

    [Theory]
    [InlineData("1.0.0", true)]
    [InlineData("1.9.9", true)]
    [InlineData("2.0.0-beta", true)]
    [InlineData("2.0.0", false)]
    [InlineData("10.0.0", false)]
    [InlineData("2.0.0+build", false)]
    public void Weakness_IsTold_ForVersionsBelowTheMendedOne(string version, bool weak)
    {
        Deps("app/kobe.deps.json", "Alpha/" + version);
        state.Write("advisories.json", """[{"package":"alpha","below":"2.0.0","title":"reads too much"}]""");

        var result = Audit();

        Assert.Equal(weak ? 1 : 0, result.Evidence.Counts["weak"]);
        Assert.Equal(weak ? 1 : 0, attempt.Discoveries.Count);
    }

    [Fact]
    public void OtherPackages_AreDiscovered()
    {
        Deps("app/kobe.deps.json", "Alpha/1.0.0");
        Audit();
        Deps("app/kobe.deps.json", "Alpha/1.1.0");
        Audit();

        Assert.Equal("+ Alpha 1.1.0, - Alpha 1.0.0", Assert.Single(attempt.Discoveries).Detail);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""[{"package":"alpha"}]""")]
    public void BrokenAdvisories_Fail(string text)
    {
        Deps("app/kobe.deps.json", "Alpha/1.0.0");
        state.Write("advisories.json", text);

        attempt.Fail(handler, new PackageAuditArguments(state.Root, state.At("app")));
    }

    [Fact]
    public void ProgramWithoutPackages_IsSkipped()
    {
        Deps("app/kobe.deps.json");

        attempt.Skip(handler, new PackageAuditArguments(state.Root, state.At("app")));
    }

    private static IEnumerable<string?> List(TaskResult.Succeeded result, string name) =>
        result.Facts[0].Value.GetProperty(name).EnumerateArray().Select(value => value.GetString());

    private TaskResult.Succeeded Audit() =>
        attempt.Succeed(handler, new PackageAuditArguments(state.Root, state.At("app")));

    private void Deps(string name, params string[] packages)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(state.At(name))!);
        var libraries = packages.Select(package => JsonSerializer.Serialize(package) + """:{"type":"package"}""")
            .Append("\"Kobe/1.0.0\":{\"type\":\"project\"}");
        File.WriteAllText(state.At(name), $$"""{"libraries":{ {{string.Join(',', libraries)}} } }""");
    }
}
