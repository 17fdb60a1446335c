using System.Diagnostics;
using Kobe.Hosting;
using Kobe.Tests.Operation;

namespace Kobe.Tests.Hosting;

/// <summary>Programs whose brain and runner were killed.</summary>
public sealed class OrphansTests
{
    [Fact]
    public void End_KillsWhatBearsAMarkOfItsState_AndNothingElse()
    {
        using var mine = new TemporaryFolder();
        using var other = new TemporaryFolder();
        using var left = Marked(Orphans.FamilyOf(mine.Path) + "1");
        using var theirs = Marked(Orphans.FamilyOf(other.Path) + "1");
        using var reader = Marked("1");

        var told = Orphans.End(mine.Path);

        left.WaitForExit();
        Assert.Equal($"Processes of earlier runners were still there: {left.Id}. They were killed.", told);
        Assert.False(theirs.HasExited);
        Assert.False(reader.HasExited);
        theirs.Kill();
        reader.Kill();
    }

    [Fact]
    public void End_SaysNothing_WhenNothingIsLeft()
    {
        using var mine = new TemporaryFolder();

        Assert.Null(Orphans.End(mine.Path));
    }

    [Fact]
    public void FamilyOf_IsTheStateDirectorys_WhateverLinkLeadsThere()
    {
        using var folder = new TemporaryFolder();
        var state = Directory.CreateDirectory(Path.Combine(folder.Path, "state")).FullName;
        var link = Path.Combine(folder.Path, "link");
        Directory.CreateSymbolicLink(link, state);

        Assert.Equal(Orphans.FamilyOf(state), Orphans.FamilyOf(link));
        Assert.NotEqual(Orphans.FamilyOf(state), Orphans.FamilyOf(folder.Path));
    }

    private static Process Marked(string mark) => Process.Start(new ProcessStartInfo("sleep", ["600"])
    {
        Environment = { [RunnerStart.MarkName] = mark },
    })!;
}
