using Kobe.Brain;

namespace Kobe.Tests.Brain;

/// <summary>What a start or a reload left in memory goes once, when nothing is to be done.</summary>
public sealed class LeftoversTests
{
    private const string Row = "a, at: '09:35', timeout: 300s";
    private int _collected;

    [Fact]
    public void AStart_AndAReload_AreClearedUpOnce_BehindFiveQuietTurns()
    {
        var stage = Stage("2026-11-20T14:00:00Z");
        Turn(stage, 4);
        Assert.Equal(0, _collected);
        Turn(stage, 1);
        Assert.Equal(1, _collected);
        Turn(stage, 20);
        Assert.Equal(1, _collected);

        stage.Reload(Row, "b, at: '12:00'");
        Turn(stage, 20);
        Assert.Equal(2, _collected);
    }

    [Fact]
    public void NothingIsClearedUp_WhileARowRuns_OrIsAboutTo()
    {
        var stage = Stage("2026-11-20T14:34:59.5Z");
        Turn(stage, 10);
        Assert.Equal(0, _collected);

        stage.Act = _ => Script.Hangs;
        stage.Until("2026-11-20T14:35:10Z");
        Assert.NotNull(stage.Loop.State.Lane);
        Turn(stage, 10);
        Assert.Equal(0, _collected);
    }

    private BrainStage Stage(string begin)
    {
        var stage = new BrainStage(begin, Row).Boot();
        Leftovers.Watch(stage.Loop, () => _collected++);
        return stage;
    }

    private static void Turn(BrainStage stage, int times)
    {
        for (var i = 0; i < times; i++)
        {
            stage.Loop.Turn();
        }
    }
}
