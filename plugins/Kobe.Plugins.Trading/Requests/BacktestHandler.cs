using System.Globalization;
using System.Text;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Desk.Backtests.Measures;
using Kobe.Desk.Backtests.Requests;
using Kobe.Desk.Sessions;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Trading.Requests;

/// <summary>Answers a backtest that a person asked for: a page, a picture, and both as figures.</summary>
[Handler("desk.backtest", Arguments = typeof(BacktestArguments),
    About = "A backtest with report, equity curve and figures; kobe backtest calls it.")]
[Effects(Effects.Idempotent)]
public sealed class BacktestHandler : ITaskHandler
{
    private const int FindingsShown = 20;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<BacktestArguments>();
        var parameters = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var one in arguments.Parameters ?? [])
        {
            if (one.Split('=') is not [{ Length: > 0 } name, var text] || !double.TryParse(
                text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                || !parameters.TryAdd(name, value))
            {
                return Task.FromResult<TaskResult>(new TaskResult.Fatal(
                    $"'{one}' is no NAME=VALUE with a number, or its name comes twice."));
            }
        }

        if (arguments.Cash <= 0 || arguments.Seed < 0 || arguments.Resamples is < 0 or > 100_000)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(
                "cash must lie above 0, seed at 0 or above, resamples from 0 to 100000."));
        }

        try
        {
            return Task.FromResult(Answer(context, arguments, parameters, cancellation));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException or ArgumentException)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(wrong.Message));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(refused.Message));
        }
    }

    private static TaskResult Answer(
        TaskContext context, BacktestArguments arguments, Dictionary<string, double> parameters,
        CancellationToken cancellation)
    {
        var desk = DeskSession.Of(context);
        context.Progress(0, "playing bars");
        var answer = BacktestDesk.Answer(
            new()
            {
                Strategy = arguments.Strategy,
                Parameters = parameters,
                Folder = arguments.Folder,
                Symbols = arguments.Symbols ?? [],
                From = arguments.From,
                To = arguments.To,
                Settings = new()
                {
                    Cash = arguments.Cash,
                    Limits = arguments.Limits ? desk.Settings.Limits : null,
                },
                Seed = (ulong)arguments.Seed,
                Resamples = arguments.Resamples,
            },
            desk.Market.Calendar, cancellation);
        if (answer.Report is not { } report)
        {
            return new TaskResult.Fatal(string.Join('\n', answer.Errors));
        }

        var findings = answer.Quality.Sum(one => one.Findings.Count);
        var look = answer.LookAhead!.IsClean
            ? $"No look-ahead in {answer.LookAhead.Cuts} shorter runs."
            : $"LOOKS AHEAD: {answer.LookAhead.FirstDifference}";
        var text = report.Text() + $"{look} Quality of the prices: {findings} findings.\n";
        string Path(string name) => System.IO.Path.Combine(arguments.Out, name);
        OwnerFile.Replace(Path("report.txt"), Encoding.UTF8.GetBytes(text));
        OwnerFile.Replace(Path("equity.svg"), Encoding.UTF8.GetBytes(answer.Picture!));
        OwnerFile.Replace(Path("result.json"), JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                title = report.Title,
                synthetic = report.Result.IsSynthetic,
                symbols = report.Result.Series,
                metrics = Figures(report.Metrics),
                buyAndHold = report.Comparison is { } held ? Figures(held) : null,
                lookAheadClean = answer.LookAhead.IsClean,
                findings,
                denied = report.Result.Denied,
                quality = answer.Quality.SelectMany(one => one.Findings.Select(
                    finding => $"{one.Series}: {finding}")).Take(FindingsShown),
                digest = report.Result.Digest(),
            },
            Options));
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("days", report.Metrics.Days).WithCount("trades", report.Metrics.Trades)
                .WithCount("findings", findings).WithId("digest", report.Result.Digest())
                .WithOutput(Output.OfFile(Path("result.json"))));
    }

    // JSON has no NaN: what is not defined is absent.
    private static Dictionary<string, double?> Figures(Metrics metrics) => new()
    {
        ["days"] = metrics.Days,
        ["gain"] = Defined(metrics.Gain),
        ["cagr"] = Defined(metrics.Cagr),
        ["volatility"] = Defined(metrics.Volatility),
        ["sharpe"] = Defined(metrics.Sharpe),
        ["sortino"] = Defined(metrics.Sortino),
        ["maxDrawdown"] = Defined(metrics.Drawdown.Depth),
        ["trades"] = metrics.Trades,
        ["winRate"] = Defined(metrics.WinRate),
        ["profitFactor"] = Defined(metrics.ProfitFactor),
        ["exposure"] = Defined(metrics.Exposure),
        ["turnover"] = Defined(metrics.Turnover),
        ["fees"] = Defined(metrics.Fees),
    };

    private static double? Defined(double value) => double.IsFinite(value) ? value : null;
}
