using System.Globalization;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Costs;

/// <summary>What the date's calls to paid services cost, against a budget.</summary>
[Handler("maintenance.cost_budget", Arguments = typeof(CostArguments),
    About = "Adds up what the date's calls to paid services cost.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class CostHandler : ITaskHandler
{
    private const string FactName = "costs.day";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Add(context, context.Arguments<CostArguments>()));

    private static TaskResult Add(TaskContext context, CostArguments arguments)
    {
        if (!(arguments.Daily >= 0 && arguments.Daily <= 1e9))
        {
            return new TaskResult.Fatal($"daily is {arguments.Daily}: it is an amount in USD, at least 0.");
        }

        var date = context.Market.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var path = Path.Combine(Places.State(arguments.State), "costs", date + ".jsonl");
        if (!File.Exists(path))
        {
            return new TaskResult.Skipped("no paid service was called today");
        }

        try
        {
            var costs = CostsOfDay.Of(date, File.ReadLines(path));
            if (costs.Total > (decimal)arguments.Daily)
            {
                context.Discover(new(
                    "costs", Invariant($"{date} cost {costs.Total:0.00} USD; its budget is {arguments.Daily:0.00}."),
                    string.Join(", ", costs.Services.Select(pair => Invariant($"{pair.Key} {pair.Value:0.00}")))));
            }

            return new TaskResult.Succeeded(
                Evidence.None.WithCount("calls", costs.Calls).WithCount("cents", (long)(costs.Total * 100))
                    .WithCount("services", costs.Services.Count),
                Fact.Of(FactName, costs));
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or FormatException)
        {
            return new TaskResult.Failed($"{path} can't be added up: {bad.Message}");
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
