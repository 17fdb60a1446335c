using System.Diagnostics;
using System.Text.Json;
using Kobe.EndToEnd.Tests.Brain;
using Kobe.EndToEnd.Tests.Support;
using Kobe.Testing;

namespace Kobe.EndToEnd.Tests.Replay;

/// <summary>A folder in which days of the shipped schedule are replayed with the shipped plugins.</summary>
internal sealed class ShippedDays : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("kobe-days-").FullName;

    /// <summary>The options that name what is shipped.</summary>
    public static string[] Shipped =>
        ["--schedule", Repository.At("schedule"), "--config", Repository.At("kobe.yaml"), "--json"];

    /// <summary>Replays to the end and gives the answer.</summary>
    public async Task<JsonElement> Replay(string options) => await Run("replay " + options);

    /// <summary>Runs a command on what is shipped to its end, however long that takes: months are minutes.</summary>
    public async Task<JsonElement> Run(string command)
    {
        using var process = Process.Start(KobeProcess.Describe(Root, [], [.. command.Split(' '), .. Shipped]))!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"exit {process.ExitCode}: {await error}{await output}");
            return JsonDocument.Parse(await output).RootElement;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>The orders of a replay that were sent, in their order.</summary>
    public string[] Orders(string state)
    {
        using var kept = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, state, "replay-desk.json")));
        return [.. kept.RootElement.GetProperty("days").EnumerateArray()
            .SelectMany(day => day.GetProperty("orders").EnumerateArray())
            .Where(order => order.GetProperty("state").GetString() is not ("denied" or "observed"))
            .Select(order => string.Join(' ', new[] { "key", "side", "quantity", "symbol", "clientOrderId" }
                .Select(name => order.GetProperty(name).GetString())))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The journal of a replay.</summary>
    public JournalText Journal(string state) => new(Path.Combine(Root, state));

    /// <summary>Everything that was due has one end, or is open and counted.</summary>
    public static void ShouldBeAccountedFor(JsonElement day) => Assert.Equal(
        day.GetProperty("planned").GetInt32(),
        day.GetProperty("outcomes").EnumerateObject().Sum(outcome => outcome.Value.GetInt32()));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
