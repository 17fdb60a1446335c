using System.Diagnostics;
using System.Runtime.Versioning;
using Kobe.Hosting;
using Kobe.Runner.Plugins;
using Kobe.Tests.Hosting;

namespace Kobe.Tests.Plugins;

/// <summary>What is refused before a byte of it is loaded.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PluginFolderTests : IDisposable
{
    private const UnixFileMode Usual = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly PluginFolders folders = new();

    public PluginFolderTests()
    {
        File.SetUnixFileMode(folders.Root, Usual);
        folders.Write("P", "P.dll", "p");
        folders.Write("P", "data.txt", "d");
    }

    public void Dispose() => folders.Dispose();

    [Theory]
    // what             its mode                     what is said
    [InlineData("", UnixFileMode.OtherWrite, "can be changed by everybody: chmod o-w it.")]
    [InlineData("P", UnixFileMode.OtherWrite, "can be changed by everybody: chmod o-w it.")]
    [InlineData("P/P.dll", UnixFileMode.OtherWrite, "can be changed by everybody: chmod o-w it.")]
    [InlineData("P/data.txt", UnixFileMode.OtherWrite, "can be changed by everybody: chmod o-w it.")]
    [InlineData("P", UnixFileMode.None, null)]
    public void WhatOthersMayChange_IsRefused(string path, UnixFileMode more, string? said)
    {
        var target = Path.Combine(folders.Root, path);
        File.SetUnixFileMode(target, File.GetUnixFileMode(target) | more);

        Assert.Equal(said is null ? null : $"{target.TrimEnd('/')} {said}", Refusal("P"));
    }

    [Fact]
    public void AnotherUsersFile_IsRefused()
    {
        Assert.SkipUnless(Environment.UserName == "root", "Only root can give files away.");
        Run("chown", "4242", Path.Combine(folders.Root, "P", "P.dll"));

        Assert.EndsWith("P.dll belongs to user 4242: chown it to the user that Kobe runs as.", Refusal("P"));
    }

    [Fact]
    public void AnotherGroupsFolder_IsRefused()
    {
        Assert.SkipUnless(Environment.UserName == "root", "Only root can give files away.");
        var folder = Path.Combine(folders.Root, "P");
        Run("chgrp", "4242", folder);
        File.SetUnixFileMode(folder, Usual | UnixFileMode.GroupWrite);

        Assert.EndsWith("can be changed by group 4242: chmod g-w it.", Refusal("P"));
    }

    [Theory]
    // a link in P        to                what is said
    [InlineData("inside", "P/data.txt", null)]
    [InlineData("out", "/etc/hostname", "is a link that leads out of")]
    [InlineData("sibling", "Q/q.txt", "is a link that leads out of")]
    [InlineData("folder", "P/more", "is a link to a folder")]
    [InlineData("nothing", "P/nothing.txt", "is a link to nothing")]
    public void Links_MayNotLeaveTheFolder(string name, string target, string? said)
    {
        folders.Write("Q", "q.txt", "q");
        folders.Write("P/more", "more.txt", "m");
        File.CreateSymbolicLink(
            Path.Combine(folders.Root, "P", name), Path.Combine(folders.Root, target));

        var refusal = Refusal("P");

        Assert.True(said is null ? refusal is null : refusal?.Contains(said) == true, refusal);
    }

    [Fact]
    public void AFolderThatIsALink_MayNotLeaveTheRoot()
    {
        using var elsewhere = new PluginFolders();
        elsewhere.Write("E", "E.dll", "e");
        Directory.CreateSymbolicLink(Path.Combine(folders.Root, "E"), Path.Combine(elsewhere.Root, "E"));
        Directory.CreateSymbolicLink(Path.Combine(folders.Root, "Near"), Path.Combine(folders.Root, "P"));

        Assert.Contains("is a link that leads out of", Refusal("E"));
        Assert.Null(Refusal("Near"));
    }

    [Fact]
    public void Pipes_AreRefused_AndNotWaitedFor()
    {
        Run("mkfifo", Path.Combine(folders.Root, "P", "pipe"));

        Assert.EndsWith("is a pipe or a device: only files belong into a plugin.", Refusal("P"));
    }

    [Fact]
    public void BadPlugins_DoNotStopTheOthers()
    {
        folders.Copy("Kobe.Fixtures.Zoo");
        File.SetUnixFileMode(Path.Combine(folders.Root, "P", "P.dll"), Usual | UnixFileMode.OtherWrite);
        using var stage = new Stage(plugins: folders.Root, spare: false);

        var plugins = stage.Host.WaitForCatalogue(Heard.Patience)!.Plugins;

        Assert.Equal([null, "can be changed"], plugins.Select(plugin => plugin.Problem?.Split("P.dll ")[1][..14]));
        Assert.Equal(AttemptOutcome.Succeeded, stage.Run("zoo.ok").Outcome);
    }

    [Fact]
    public void TwoPlugins_CarryTheirOwnVersionOfAPackage_AndNativeLibraries()
    {
        folders.Copy("Kobe.Fixtures.Versioned");
        folders.Copy("Kobe.Fixtures.Hoarder");
        using var stage = new Stage(plugins: folders.Root, spare: false);

        var one = stage.Run("versioned.carries");
        var two = stage.Run("hoarder.carries");

        Assert.Equal((AttemptOutcome.Succeeded, null), (one.Outcome, one.Error));
        Assert.Contains("\"id\":\"one\"", one.Evidence?.Replace(" ", ""));
        Assert.Contains("\"id\":\"two\"", two.Evidence?.Replace(" ", ""));
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private string? Refusal(string plugin)
    {
        try
        {
            PluginFiles.Of(Path.Combine(folders.Root, plugin));
            return null;
        }
        catch (PluginException refused)
        {
            return refused.Message;
        }
    }
}
