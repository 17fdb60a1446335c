using System.Runtime.Versioning;
using Kobe.Files;
using Kobe.Pinning;
using Kobe.Runner.Plugins;
using Kobe.Tests.Hosting;

namespace Kobe.Tests.Plugins;

/// <summary>The manifest: what was approved is what is loaded.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PinTests : IDisposable
{
    private readonly PluginFolders folders = new();

    public PinTests()
    {
        folders.Write("A", "A.dll", "a");
        folders.Write("A/native", "a.so", "native");
        folders.Write("B", "B.dll", "b");
    }

    private string LockPath => Path.Combine(folders.Root, PluginLock.FileName);

    public void Dispose() => folders.Dispose();

    [Fact]
    public void Verify_FindsNothing_RightAfterLock()
    {
        var locked = Pins.Lock(folders.Root);

        Assert.Equal(["A Approved", "B Approved"], States());
        Assert.Equal(locked.Select(plugin => plugin.Hash), Pins.Verify(folders.Root).Select(plugin => plugin.Hash));
        Assert.Equal("-rw-r--r--", UnixText(File.GetUnixFileMode(LockPath)));
    }

    [Fact]
    public void Verify_NamesEachFile_ThatIsNotAsApproved()
    {
        folders.Write("C", "C.dll", "c");
        Pins.Lock(folders.Root);
        folders.Write("A", "A.dll", "other");
        folders.Write("A", "extra.txt", "new");
        File.Delete(Path.Combine(folders.Root, "A", "native", "a.so"));
        Directory.Delete(Path.Combine(folders.Root, "C"), recursive: true);
        folders.Write("D", "D.dll", "d");
        File.CreateSymbolicLink(Path.Combine(folders.Root, "B", "link"), "/etc/hostname");

        Assert.Equal(["A Changed", "B Refused", "C Missing", "D New"], States());
        Assert.Equal(
            ["A.dll has changed", "native/a.so is missing", "extra.txt is new"], Pins.Verify(folders.Root)[0].Problems);
    }

    [Fact]
    public void Loading_RefusesWhatWasNotApproved_AndLoadsTheRest()
    {
        using var real = new PluginFolders();
        real.Copy("Kobe.Fixtures.Zoo");
        real.Copy("Kobe.Fixtures.Hoarder");
        Pins.Lock(real.Root);
        File.AppendAllText(Path.Combine(real.Root, "Kobe.Fixtures.Zoo", "Kobe.Fixtures.Zoo.deps.json"), " ");
        real.Copy("Kobe.Fixtures.Effects");
        using var stage = new Stage(plugins: real.Root, spare: false);

        var plugins = stage.Host.WaitForCatalogue(Heard.Patience)!.Plugins;

        Assert.Equal(
            [
                "It is not in plugins.lock.json: kobe plugins lock approves it.",
                null,
                "It is not what plugins.lock.json approved: Kobe.Fixtures.Zoo.deps.json has changed. Put it back, or approve "
                    + "it: kobe plugins lock.",
            ],
            plugins.Select(plugin => plugin.Problem));
    }

    [Fact]
    public void UnreadableManifest_RefusesAllPlugins_InASentence()
    {
        using var real = new PluginFolders();
        real.Copy("Kobe.Fixtures.Hoarder");
        File.WriteAllText(Path.Combine(real.Root, PluginLock.FileName), "{\"plugins\": 1}");
        using var stage = new Stage(plugins: real.Root, spare: false);

        Assert.StartsWith(
            "plugins.lock.json can't be read: ",
            Assert.Single(stage.Host.WaitForCatalogue(Heard.Patience)!.Plugins).Problem);
        Assert.Contains("kobe plugins lock", Assert.Throws<UserError>(() => Pins.Verify(real.Root)).Message);
    }

    [Fact]
    public void Lock_WritesNothing_WhenNobodyCouldVouchForAPlugin()
    {
        File.CreateSymbolicLink(Path.Combine(folders.Root, "A", "link"), "/etc/hostname");

        Assert.Contains("A: ", Assert.Throws<UserError>(() => Pins.Lock(folders.Root)).Message);
        Assert.False(File.Exists(LockPath));
        Assert.Contains("kobe plugins lock makes one", Assert.Throws<UserError>(() => Pins.Verify(folders.Root)).Message);
        Assert.Contains("is missing", Assert.Throws<UserError>(() => Pins.Lock("/no/where")).Message);
    }

    private string[] States() => [.. Pins.Verify(folders.Root).Select(plugin => $"{plugin.Name} {plugin.State}")];

    private static string UnixText(UnixFileMode mode) => "-" + string.Concat(
        "rwxrwxrwx".Select((letter, i) => ((int)mode & (1 << (8 - i))) != 0 ? letter : '-'));
}
