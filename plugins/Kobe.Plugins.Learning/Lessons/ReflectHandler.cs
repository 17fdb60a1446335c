using System.Globalization;
using System.Text;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Learning.Scoring;
using Kobe.Plugins.Research.Reading;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Learning.Lessons;

/// <summary>A look back at the day or the week, as a page for a person.</summary>
[Handler("learning.reflect", Arguments = typeof(ReflectArguments),
    About = "Writes a page on what went well and what went wrong, and whether probabilities came true.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class ReflectHandler : ITaskHandler
{
    private const string FactName = "reflection.latest";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, span) = (DeskSession.Of(context), context.Arguments<ReflectArguments>().Span);
        var from = span == ReflectSpan.Day ? desk.Today
            : desk.Today.AddDays(-(((int)desk.Today.DayOfWeek + 6) % 7));
        var trades = TradeLines.Between(desk, from, desk.Today);
        if (trades.Count == 0)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped(
                $"No trade was closed since {Told.Date(from)}: there is nothing to look back at."));
        }

        var scores = context.Facts.Find("scores.today")?.As<ScoresToday>()?.Scores ?? [];
        var reflection = Reflection.Of(
            trades, symbol => scores.FirstOrDefault(score => score.Symbol == symbol)?.Probability);
        var path = ModelFile.PathOf(
            desk, $"reflections/{span.ToString().ToLowerInvariant()}-{Told.Date(desk.Today)}.md");
        OwnerFile.Replace(path, Encoding.UTF8.GetBytes(Page(desk, from, reflection, context.Facts)));
        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithOutput(Output.OfFile(path)).WithCount("trades", trades.Count)
                .WithCount("well", reflection.Well.Count).WithCount("wrong", reflection.Wrong.Count),
            Fact.Of(FactName, new
            {
                date = Told.Date(desk.Today),
                span = span.ToString().ToLowerInvariant(),
                reflection.Gain,
                reflection.Wrong,
            })));
    }

    private static string Page(DeskSession desk, DateOnly from, Reflection reflection, IFacts facts)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {Told.Date(from)} to {Told.Date(desk.Today)}\n\n")
            .Append(Told.Sentence(desk, string.Create(
                CultureInfo.InvariantCulture, $"{reflection.Trades} trades made {reflection.Gain:0.00} dollars.")))
            .Append("\n\n");
        foreach (var (title, lines) in new[] { ("Went well", reflection.Well), ("Went wrong", reflection.Wrong) })
        {
            page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
            foreach (var line in lines.DefaultIfEmpty("Nothing to tell."))
            {
                page.Append(CultureInfo.InvariantCulture, $"- {line}\n");
            }

            page.Append('\n');
        }

        page.Append("## Said and came\n\n");
        page.Append(reflection.Expected is { } said
            ? string.Create(CultureInfo.InvariantCulture,
                $"The model gave {said:0.00} on the mean; {reflection.Came:0.00} made something.\n")
            : "No trade of a symbol that the model had scored.\n");
        foreach (var name in new[] { "regime.today", "slippage.today", "trades.reviewed", "rules.proposed" })
        {
            if (facts.Find(name) is { } fact)
            {
                page.Append(CultureInfo.InvariantCulture, $"\n`{name}`: `{fact.Value.GetRawText()}`\n");
            }
        }

        return page.ToString();
    }
}
