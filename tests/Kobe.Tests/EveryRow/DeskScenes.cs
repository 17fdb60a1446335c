using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kobe.Contracts;
using Kobe.Core.Schedules;
using Kobe.Tests.Schedules;

namespace Kobe.Tests.EveryRow;

/// <summary>Prepares what a row of the desk needs to have something to do: ideas for entries, positions that are due for each exit, old files, closed trades.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class DeskScenes(RowStage stage)
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private int number;

    private string Books => stage.State.At("desk/paper");

    /// <summary>What is there before the first day.</summary>
    public void Begin(DateTimeOffset now)
    {
        foreach (var (feed, kind) in new[] { ("news_top", 0), ("forum_stocks", 3), ("filings_current", 2), ("papers_finance", 4), ("gold", 1) })
        {
            stage.State.Write($"desk/feeds/{feed}/2016-01-04.jsonl", $$"""{"id":"{{feed}}:old","feed":"{{feed}}","kind":{{kind}},"symbols":[],"synthetic":true}""" + "\n");
        }

        // Sixty trades of half a year: those of Mondays lost, all others gained.
        string[] symbols = ["ALFA", "BRAVO", "CHARL", "DELTA", "ECHO"], strategies = ["trend-pullback", "mean-reversion", "gap"];
        var lines = Enumerable.Range(0, 60).Select(index =>
        {
            var opened = now.AddDays(-170 + (2 * index)).AddHours(index % 5);
            var r = opened.DayOfWeek == DayOfWeek.Monday ? -1m : 0.9m + (index % 4 * 0.1m);
            return JsonSerializer.Serialize(
                new
                {
                    number = 0, symbol = symbols[index % 5], strategy = strategies[index % 3], setup = "primary", openedAt = opened,
                    closedAt = opened.AddHours(1 + (index % 6)), quantity = 100, entry = 50m, exit = 50m + r, stop = 49m, profit = r * 100, r,
                    mae = -20m, mfe = 120m, task = "entries.primary", synthetic = true,
                });
        });
        stage.State.Write("desk/paper/trades.jsonl", string.Join('\n', lines) + "\n");
    }

    /// <summary>Prepares a row that is about to run.</summary>
    /// <returns>Whether it has something to do now; otherwise it is left to its next time.</returns>
    public bool Prepare(ScheduledTask row, DateTimeOffset at)
    {
        switch (row.Run)
        {
            case "trading.enter" when Argument(row, "setup") is "opening" or "primary" or "power" or "swing":
                return Plan(row, at);
            case "trading.exits":
                return Exit(Argument(row, "kind") ?? "stop", at);
            case "trading.emergency_exit":
                return Mean(at, one => one.Price < one.Paid - 0.02m, (one, book) => (book["entry"], book["stop"]) = (one.Paid, one.Paid - 0.01m));
            case "trading.scale_out":
                return Mean(at, one => one.Price > one.Paid + 0.02m, (one, book) => (book["entry"], book["stop"], book["guard"]) = (one.Paid, one.Paid - 0.01m, one.Paid - 0.01m));
            case "trading.flatten":
                return Mean(at, _ => true, (_, book) => book["isDayTrade"] = true);
            case "trading.exit_at_close":
                return Mean(at, _ => true, (_, book) => (book["openedAt"], book["timeStop"], book["isDayTrade"]) = (at.AddDays(-40), 5, false));
            case "trading.ratchet_stops" when Argument(row, "rule") == "decided":
                return Decide(at, exits: false);
            case "trading.cancel_day_orders" or "trading.manage_unfilled":
                return Order(at);
            case "trading.enter" when Argument(row, "setup") == "trend":
                return Plan(row, at) && Scan(at);
            case "marketdata.news" when Argument(row, "scope") == "holdings":
                return Headline(at);
            case "marketdata.earnings_moves":
                stage.Publish("positions.open", JsonSerializer.Serialize(new { at, positions = Symbols().Select(one => new { symbol = one.Name }) }), at);
                return true;
            case "learning.expire":
                return Champion();
            default:
                return true;
        }
    }

    /// <summary>Whether a success did what was prepared.</summary>
    public static bool Did(RowRun run)
    {
        var counts = run.Result.Evidence is { } evidence && JsonElement.Parse(evidence).TryGetProperty("counts", out var found) ? found : default;
        long Of(string name) => counts.ValueKind == JsonValueKind.Object && counts.TryGetProperty(name, out var count) ? count.GetInt64() : 0;
        return run.Row.Run switch
        {
            "trading.enter" => Of("confirmed") > 0,
            "trading.exits" or "trading.emergency_exit" or "trading.scale_out" or "trading.flatten" or "trading.exit_at_close" => Of("closed") + Of("closing") > 0,
            "trading.cancel_day_orders" => Of("taken_back") > 0,
            "learning.expire" => Of("retired") > 0,
            _ => true,
        };
    }

    private static string? Argument(ScheduledTask row, string name) => row.Args.FirstOrDefault(argument => argument.Name == name)?.Values[0];

    // A plan in which every share is an idea of the row's own kind, a little above yesterday's close.
    private bool Plan(ScheduledTask row, DateTimeOffset at)
    {
        var (setup, date) = (Argument(row, "setup")!, DateOf(at));
        var held = Held(at).Select(one => one.Symbol).ToHashSet(StringComparer.Ordinal);
        var ideas = Symbols().Where(one => !held.Contains(one.Name)).OrderBy(one => (one.Name[0] + (7 * number)) % 26).Select(one => new PlannedIdea(
            one.Name, Argument(row, "strategy") ?? "prepared", Argument(row, "late") == "true" ? setup == "primary" ? "opening" : "primary" : setup,
            Math.Max(1, (long)(3000 / one.Close)), decimal.Round(one.Close * 1.04m, 2), decimal.Round(one.Close * 0.92m, 2), null, null, "sector of " + one.Name)).ToList();
        number++;
        var seal = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { date, ideas })));
        stage.Publish("plan.today", JsonSerializer.Serialize(new { date, seal, ideas }, Snake), at);
        stage.Publish(
            "risk.today",
            JsonSerializer.Serialize(new { date, equity = 100_000m, lossLimit = 2_000m, tradeRisk = 500m, positionsMax = 24, exposureCap = 1m, scale = 1m, why = "" }, Snake),
            at);
        stage.Publish("event.window", JsonSerializer.Serialize(new { at, until = at.AddMinutes(-1), why = "" }), at);
        return ideas.Count > 0;
    }

    // A scan that found every share: which of them rises is for the handler to see.
    private bool Scan(DateTimeOffset at)
    {
        stage.Publish("signals.trend", JsonSerializer.Serialize(
            new
            {
                date = DateOf(at),
                ideas = Symbols().Select(one => new
                {
                    symbol = one.Name, strategy = "trend", side = "buy", entry = decimal.Round(one.Close * 1.04m, 2), stop = decimal.Round(one.Close * 0.92m, 2),
                    target = (decimal?)null, score = 1.0, sector = "",
                }),
            },
            Snake), at);
        return true;
    }

    private bool Headline(DateTimeOffset at)
    {
        stage.Publish("positions.open", JsonSerializer.Serialize(new { at, positions = new[] { new { symbol = "ALFA" } } }), at);
        File.AppendAllText(stage.State.At($"desk/feeds/news_top/{DateOf(at)}.jsonl"), JsonSerializer.Serialize(
            new
            {
                id = $"news_top:{++number}", feed = "news_top", kind = 0, at = at.AddMinutes(-9), seen = at.AddMinutes(-4), title = "SYNTHETIC: ALFA grows",
                link = (string?)null, summary = (string?)null, symbols = new[] { "ALFA" }, value = (double?)null, synthetic = true,
            }) + "\n");
        return true;
    }

    private bool Exit(string kind, DateTimeOffset at) => kind switch
    {
        "stop" => Mean(at, _ => true, (one, book) => (book["entry"], book["stop"], book["guard"]) = (one.Price * 1.2m, one.Price * 1.1m, one.Price * 1.1m)),
        "target" => Mean(at, _ => true, (one, book) => book["target"] = one.Price * 0.9m),
        "trail" => Mean(at, _ => true, (one, book) => (book["entry"], book["stop"], book["highest"]) = (one.Paid, one.Paid * 0.9m, one.Paid * 2)),
        "idle" => Mean(at, _ => true, (one, book) =>
            (book["entry"], book["stop"], book["isDayTrade"], book["openedAt"]) = (one.Paid, one.Paid * 0.8m, true, at.AddHours(-3))),
        "overdue" => Mean(at, _ => true, (_, book) => (book["openedAt"], book["timeStop"]) = (at.AddDays(-40), 5)),
        "earnings" => Mean(at, _ => true, (one, _) => stage.Publish(
            "earnings.today", JsonSerializer.Serialize(new { date = DateOf(at), blackout = new[] { one.Symbol }, reports = Array.Empty<string>() }), at)),
        _ => Decide(at, exits: true),
    };

    private bool Decide(DateTimeOffset at, bool exits) => Mean(at, _ => true, (one, _) => stage.State.Write("desk/paper/exit-intents.json", JsonSerializer.Serialize(
        new
        {
            decidedOn = DateOf(at), @for = DateOf(at), exits = exits ? new[] { new { symbol = one.Symbol, why = "the trend is over" } } : [],
            stops = exits ? [] : new[] { new { symbol = one.Symbol, stop = decimal.Round(one.Price * 0.98m, 2) } },
        })));

    // An entry that has just gone out: it works until the next minute's prices.
    private bool Order(DateTimeOffset at) =>
        Shipped.Calendars.Default.At(at).Phase is Phase.OPENING || Enter(at.AddMilliseconds(-200));

    /// <summary>Entries of the last second: they wait overnight, and those whose price ran away are open in the morning.</summary>
    public void EnterAtTheLastSecond(DateTimeOffset close)
    {
        Enter(close.AddSeconds(-1), max: 9);
    }

    private bool Enter(DateTimeOffset at, int max = 2)
    {
        var row = Shipped.Schedule.Find("entry.window_swing")!;
        row = row with { Args = [.. row.Args, row.Args[0] with { Name = "max", Values = [$"{max}"] }] };
        Plan(row, at);
        var run = stage.Run(row, at, $"/manual-{++number}");
        return Did(run);
    }

    private bool Champion()
    {
        var models = stage.State.At("desk/models");
        var challenger = Directory.Exists(models)
            ? Directory.GetFiles(models, "challenger.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault() : null;
        if (challenger is null)
        {
            return false;
        }

        var card = JsonNode.Parse(File.ReadAllText(challenger))!;
        card["trained"] = "2026-06-01";
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(challenger)!, "champion.json"), card.ToJsonString());
        return true;
    }

    // Changes what is meant with a position that no other row has had.
    private bool Mean(DateTimeOffset at, Func<HeldShares, bool> which, Action<HeldShares, JsonObject> change)
    {
        var book = File.Exists(Path.Combine(Books, "positions.json")) ? JsonNode.Parse(File.ReadAllText(Path.Combine(Books, "positions.json")))! : null;
        foreach (var one in Held(at).Where(which))
        {
            var meant = book?["positions"]!.AsArray().OfType<JsonObject>().FirstOrDefault(position => (string?)position["symbol"] == one.Symbol);
            if (meant is null || !used.Add($"{one.Symbol} {meant["key"]}"))
            {
                continue;
            }

            change(one, meant);
            stage.State.Write("desk/paper/positions.json", book!.ToJsonString());
            return true;
        }

        return false;
    }

    private IReadOnlyList<HeldShares> Held(DateTimeOffset at)
    {
        if (!File.Exists(Path.Combine(Books, "positions.json")))
        {
            return [];
        }

        stage.Run(Shipped.Schedule.Find("recon.positions")!, at, $"/manual-{++number}");
        var view = JsonElement.Parse(File.ReadAllText(Path.Combine(Books, "view.json")));
        return
        [
            .. view.GetProperty("positions").EnumerateArray().Select(one => new HeldShares(
                one.GetProperty("symbol").GetString()!, Number(one, "entryPrice"), Number(one, "price"))),
        ];
    }

    private IEnumerable<(string Name, decimal Close)> Symbols() =>
        stage.Fact("levels.today") is { } levels
            ? JsonElement.Parse(levels).GetProperty("levels").EnumerateArray().Select(one => (one.GetProperty("symbol").GetString()!, one.GetProperty("close").GetDecimal()))
            : [];

    private static decimal Number(JsonElement one, string name) => decimal.Parse(one.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static string DateOf(DateTimeOffset at) => $"{Shipped.Calendars.Default.At(at).Date:yyyy-MM-dd}";

    private sealed record HeldShares(string Symbol, decimal Paid, decimal Price);

    // In the shape of the plugin's own record: the seal is the hash of it.
    private sealed record PlannedIdea(
        string Symbol, string Strategy, string Setup, long Quantity, decimal Entry, decimal Stop, decimal? Target, double? Probability, string Sector);
}
