using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Lessons;

/// <summary>What closed trades teach: groups that do better or worse than the rest by more than chance.</summary>
[Handler("learning.lessons", Arguments = typeof(LessonArguments),
    About = "Puts closed trades together by hour, weekday, strategy and more; keeps what differs beyond chance.")]
[Effects(Effects.Idempotent)]
public sealed class LessonsHandler : ITaskHandler
{
    /// <summary>The folder of the lessons.</summary>
    internal const string Folder = "lessons";

    private const int TradesMin = 20;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, what) = (DeskSession.Of(context), context.Arguments<LessonArguments>());
        var trades = TradeLines.Between(desk, desk.Today.AddDays(-Math.Max(1, what.Days)), desk.Today)
            .Where(trade => trade.Multiple is not null).ToList();
        if (trades.Count < TradesMin)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped(
                $"{trades.Count} trades with a stop were closed in {what.Days} days; a lesson takes {TradesMin}."));
        }

        var (by, date) = (what.By.ToString().ToLowerInvariant(), Told.Date(desk.Today));
        var found = Lesson.Of(
            by, trades.ConvertAll(trade => (Group(desk, what.By, trade), trade.Multiple!.Value)), date);
        var file = $"{Folder}/{by}.json";
        var known = ModelFile.Read<LessonFile>(desk, file)?.Lessons ?? [];
        var merged = LessonFile.Merged(known, found);
        var output = ModelFile.Write(
            desk, file, new LessonFile(desk.Source.Name, desk.Source.IsSynthetic, date, trades.Count, merged));
        foreach (var lesson in found.Where(one => known.All(old => old.Name != one.Name)))
        {
            Told.Find(
                context, desk, "lesson", lesson.Rule,
                string.Create(CultureInfo.InvariantCulture, $"{lesson.Trades} trades, p = {lesson.Adjusted}."));
        }

        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("trades", trades.Count).WithCount("found", found.Count)
                .WithCount("known", merged.Count)));
    }

    private static string Group(DeskSession desk, LessonBy by, TradeLine trade)
    {
        var opened = desk.Market.At(trade.OpenedAt);
        return by switch
        {
            LessonBy.Strategy => trade.Strategy,
            LessonBy.Hour => opened.Timestamp.ToString("HH", CultureInfo.InvariantCulture) + " o'clock",
            LessonBy.Weekday => opened.Date.DayOfWeek.ToString(),
            LessonBy.Length => opened.Date == desk.Market.Calendar.DateOf(trade.ClosedAt)
                ? "within a day" : "over night",
            LessonBy.Stop => Distance(trade),
            LessonBy.Sector => desk.Source.SectorOf(trade.Symbol),
            _ => trade.Symbol,
        };
    }

    private static string Distance(TradeLine trade) => (Math.Abs(trade.Entry - trade.Stop!.Value) / trade.Entry) switch
    {
        < 0.01 => "below 1 %",
        < 0.02 => "1 to 2 %",
        < 0.04 => "2 to 4 %",
        _ => "4 % and more",
    };
}
