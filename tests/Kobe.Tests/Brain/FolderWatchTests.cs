using Kobe.Brain.Reloads;
using Kobe.Logging;
using Kobe.Tests.Logging;
using Kobe.Tests.Operation;

namespace Kobe.Tests.Brain;

/// <summary>Changes in a folder are noticed, also when the folder itself comes and goes.</summary>
public sealed class FolderWatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder home = new();
    private readonly Log log = new(LogLevel.Debug, TimeProvider.System, new(), ("list", new ListSink()));
    private readonly SemaphoreSlim changes = new(0);

    public void Dispose()
    {
        log.Dispose();
        home.Dispose();
        changes.Dispose();
    }

    [Fact]
    public async Task Change_IsNoticed_AfterTheFolderWasTakenAwayAndMadeAgain()
    {
        var folder = Directory.CreateDirectory(home.At("schedule")).FullName;
        using var watch = new FolderWatch(folder, () => changes.Release(), log);
        File.WriteAllText(Path.Combine(folder, "a.yaml"), "tasks: []");
        await Noticed();

        Directory.Delete(folder, recursive: true);
        await Noticed();
        Directory.CreateDirectory(folder);
        await Noticed();

        // The new folder's own watch stands now or soon; each file is another chance to hear of one, none is needed but it.
        var heard = false;
        for (var number = 0; number < 100 && !heard; number++)
        {
            while (changes.Wait(0, TestContext.Current.CancellationToken))
            {
            }

            File.WriteAllText(Path.Combine(folder, $"b{number}.yaml"), "tasks: []");
            heard = await changes.WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }

        Assert.True(heard);
    }

    [Fact]
    public async Task Folder_IsNoticed_WhenItComesLater()
    {
        using var watch = new FolderWatch(home.At("plugins"), () => changes.Release(), log);

        Directory.CreateDirectory(home.At("plugins"));

        await Noticed();
    }

    private async Task Noticed() =>
        Assert.True(await changes.WaitAsync(Patience, TestContext.Current.CancellationToken));
}
