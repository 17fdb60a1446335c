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
