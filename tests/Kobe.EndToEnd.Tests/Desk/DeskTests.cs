using System.Text.Json;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Desk;

/// <summary>The desk's account on the command line, from the file that a desk leaves.</summary>
public sealed class DeskTests : IDisposable
{
    private const string View = """
        {"mode":"paper","at":"2026-11-23T16:00:00Z","account":"PAPER00001",
         "positions":[{"symbol":"AAPL","quantity":"10","available":"10","entryPrice":"190.02","price":"191","value":"1910","unrealised":"9.8"}],
         "orders":[],"pnl":{"equity":"100009.8","realised":"0","closed":[]},"risk":{"blocked":["SPY"],"findings":[]}}
        """;

    private readonly string _state = Directory.CreateTempSubdirectory("kobe-desk-").FullName;

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public async Task WithoutADesk_EachSaysSo_AndMakesNothing()
    {
        foreach (var command in (string[])["positions", "orders", "pnl", "risk"])
        {
            var result = await KobeProcess.Run(command, "--state", _state);

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("No desk has written here yet", result.Error, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFileSystemEntries(_state));
    }

    [Fact]
    public async Task View_IsShown_AsTableAndAsJson()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_state, "desk", "paper")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "view.json"), View, TestContext.Current.CancellationToken);

        var table = (await KobeProcess.Run("positions", "--state", _state)).ShouldWork().Output;
        var json = JsonDocument.Parse((await KobeProcess.Run("risk", "--json", "--state", _state)).ShouldWork().Output).RootElement;
        var pnl = (await KobeProcess.Run("pnl", "--mode", "paper", "--state", _state)).ShouldWork().Output;

        Assert.Contains("AAPL    10        10         190.02", table, StringComparison.Ordinal);
        Assert.Equal("SPY", json.GetProperty("risk").GetProperty("blocked")[0].GetString());
        Assert.Contains("equity  100009.8", pnl, StringComparison.Ordinal);
        Assert.Equal(2, (await KobeProcess.Run("pnl", "--mode", "pretend", "--state", _state)).ExitCode);
    }

    [Fact]
    public async Task Pnl_OfASpan_AddsUpTheTradesThatWereClosedInIt()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_state, "desk", "paper")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "view.json"), View, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "trades.jsonl"), """
            {"number":1,"symbol":"ALFA","strategy":"gap","closedAt":"2026-11-20T20:00:00+00:00","quantity":10,"entry":10,"exit":11,"profit":10,"r":1,"synthetic":true}
            {"number":2,"symbol":"BRAVO","strategy":"gap","closedAt":"2026-11-23T20:00:00+00:00","quantity":10,"entry":10,"exit":8,"profit":-20.5,"r":-1,"synthetic":true}
            {"number":3,"symbol":"ECHO","strategy":"gap","closedAt":"2026-11-24T20:00:00+00:00","quantity":10,"entry":10,"exit":13,"profit":30,"r":2,"synthetic":true}
            {"torn
            """, TestContext.Current.CancellationToken);

        var text = (await KobeProcess.Run("pnl", "--from", "2026-11-23", "--state", _state)).ShouldWork().Output;
        var json = JsonDocument.Parse((await KobeProcess.Run("pnl", "--from", "2026-11-20", "--to", "2026-11-23", "--json", "--state", _state)).ShouldWork().Output).RootElement;
        var wrong = await KobeProcess.Run("pnl", "--from", "yesterday", "--state", _state);

        Assert.Contains("SYNTHETIC prices: 2 trades closed, 1 won, +9.50 dollars", text, StringComparison.Ordinal);
        Assert.Equal((2, -10.5m), (json.GetProperty("trades").GetInt32(), json.GetProperty("realised").GetDecimal()));
        Assert.Equal(2, wrong.ExitCode);
    }

    [Fact]
    public async Task Flatten_NeedsAReasonAndABrain()
    {
        var without = await KobeProcess.Run("flatten", "--state", _state);
        var wrong = await KobeProcess.Run("flatten", "--reason", "storm", "--scope", "half", "--state", _state);
        var alone = await KobeProcess.Run("flatten", "--reason", "storm", "--state", _state);

        Assert.Equal((2, 2, 1), (without.ExitCode, wrong.ExitCode, alone.ExitCode));
        Assert.Contains("--reason is needed", without.Error, StringComparison.Ordinal);
        Assert.Contains("No brain runs", alone.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backtest_AnswersWithPagePictureAndFigures_AndSaysSynthetic()
    {
        var svg = Path.Combine(_state, "curve.svg");
        string[] request = ["backtest", "mean-reversion", "--symbols", "MADE1,MADE2", "--from", "2022-01-03", "--to", "2023-12-29", "--resamples", "0", "--state", _state];

        var text = (await KobeProcess.Run([.. request, "--svg", svg])).ShouldWork().Output;
        var json = JsonDocument.Parse((await KobeProcess.Run([.. request, "--json"])).ShouldWork().Output).RootElement;
        var wrong = await KobeProcess.Run("backtest", "mean-revision", "--state", _state);

        Assert.StartsWith("SYNTHETIC PRICES", text, StringComparison.Ordinal);
        Assert.Contains("No look-ahead in 8 shorter runs.", text, StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC", await File.ReadAllTextAsync(svg, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(json.GetProperty("synthetic").GetBoolean());
        Assert.Contains($"Digest {json.GetProperty("digest").GetString()}", text, StringComparison.Ordinal);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("Did you mean mean-reversion?", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataImport_StoresOnce_SetsAside_AndRefusesABadFileWhole()
    {
        var bars = Directory.CreateDirectory(Path.Combine(_state, "bars", "daily")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(bars, "SPY.csv"),
            "date,open,high,low,close,volume\n2026-11-19,100,102,99,101,1000\n2026-11-20,101,103,100,102,1000\n2026-11-23,102,101,103,102,1000\n",
            TestContext.Current.CancellationToken);
        string[] import = ["data", "import", Path.Combine(_state, "bars"), "--state", Path.Combine(_state, "brain")];

        var first = (await KobeProcess.Run(import)).ShouldWork().Output;
        var again = (await KobeProcess.Run(import)).ShouldWork().Output;
        await File.WriteAllTextAsync(Path.Combine(bars, "QQQ.csv"), "date,open,high,low,close,volume\n2026-11-19,abc,102,99,101,1000\n", TestContext.Current.CancellationToken);
        var bad = await KobeProcess.Run(import);

        Assert.Contains("1 series: 2 bars added, 0 known before, 1 set aside in quarantine.", first, StringComparison.Ordinal);
        Assert.Contains("0 bars added, 2 known before", again, StringComparison.Ordinal);
        Assert.Equal(2, bad.ExitCode);
        Assert.Contains("QQQ.csv:2:", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_IsWritten_ForTheOwnerOnly_AndNeedsAccountAndReason()
    {
        Assert.Equal(2, (await KobeProcess.Run("live", "approve", "--state", _state)).ExitCode);
        (await KobeProcess.Run("live", "approve", "--account", "A1", "--reason", "paper went well", "--state", _state)).ShouldWork();

        var file = Path.Combine(_state, "desk", "live-approval.json");
        var json = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("A1", json.GetProperty("account").GetString());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }
}
