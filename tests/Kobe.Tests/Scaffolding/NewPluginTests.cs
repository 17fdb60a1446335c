using System.Text.RegularExpressions;
using Kobe.Contracts;
using Kobe.Files;
using Kobe.Scaffolding;
using Kobe.Testing;

namespace Kobe.Tests.Scaffolding;

/// <summary>What kobe new plugin writes; that it builds and runs is shown end to end.</summary>
public class NewPluginTests
{
    [Theory]
    // name            handler                fact                row
    [InlineData("Prices", "prices.sample", "prices.said", "prices-sample")]
    [InlineData("Acme.Prices_2", "acme.prices_2.sample", "acme.prices_2.said", "acme-prices_2-sample")]
    public void Names_FollowFromThePlugins(string name, string handler, string fact, string task)
    {
        var plugin = PluginName.Of(name);

        Assert.Equal((handler, fact, task), (plugin.Handler, plugin.Fact, plugin.Task));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2fast")]
    [InlineData("a-b")]
    [InlineData("a..b")]
    [InlineData("../a")]
    [InlineData("a b")]
    [InlineData("Ünder")]
    [InlineData("a23456789_a23456789_a23456789_a23456789_a23456789_a")]
    public void BadNames_AreRefused_WithWhatIsRight(string name) =>
        Assert.Contains("such as Prices", Assert.Throws<UserError>(() => PluginName.Of(name)).Message);

    [Fact]
    public void Files_HaveNoPlaceholderLeft()
    {
        var files = NewPlugin.Files(PluginName.Of("Acme.Prices"), "/opt/k&k/");

        Assert.Equal(9, files.Count);
        Assert.All(files, file => Assert.DoesNotMatch(new Regex("__[A-Z]+__"), file.Path + file.Text));
        Assert.Contains(files, file => file is ("Acme.Prices.csproj", _));
        Assert.Contains(
            ">/opt/k&amp;k</KobeDirectory>", files.Single(file => file.Path == "Directory.Build.props").Text);
    }

    [Fact]
    public void TestLibrary_IsThatOfOurOwnTests() => Assert.Contains(
        $"Include=\"xunit.v3\" Version=\"{NewPlugin.TestLibrary}\"",
        File.ReadAllText(Repository.At("Directory.Packages.props")));

    [Fact]
    public void Effects_OfTheSample_AreNone() => Assert.Contains(
        $"[Effects(Effects.{nameof(Effects.None)})]",
        NewPlugin.Files(PluginName.Of("A"), "/opt").Single(file => file.Path == "SampleHandler.cs").Text);
}
