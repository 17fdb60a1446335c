using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Lessons;

/// <summary>Lessons that were found again become rules to consider. A person decides; nothing is applied.</summary>
[Handler("learning.digest", Arguments = typeof(DigestArguments),
    About = "Turns lessons that were found on several dates into rules to consider.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class DigestHandler : ITaskHandler
{
    private const string FactName = "rules.proposed";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, least) = (DeskSession.Of(context), Math.Max(1, context.Arguments<DigestArguments>().Seen));
        var lessons = Enum.GetValues<LessonBy>()
            .Select(by => ModelFile.Read<LessonFile>(
                desk, $"{LessonsHandler.Folder}/{by.ToString().ToLowerInvariant()}.json"))
            .OfType<LessonFile>().SelectMany(file => file.Lessons).ToList();
        if (lessons.Count == 0)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Skipped("There is no lesson yet: learning.lessons finds them in closed trades."));
        }

        var rules = lessons.Where(lesson => lesson.Seen >= least).OrderBy(lesson => lesson.Adjusted)
            .ThenBy(lesson => lesson.Rule, StringComparer.Ordinal).Select(lesson => lesson.Rule).ToList();
        var before = context.Facts.Find(FactName)?.As<RulesProposed>()?.Names ?? [];
        var names = lessons.Where(lesson => lesson.Seen >= least).Select(lesson => $"{lesson.By} {lesson.Name}")
            .Order(StringComparer.Ordinal).ToList();
        foreach (var name in names.Except(before))
        {
            Told.Find(context, desk, "rule", $"A rule to consider: {name} was found on {least} dates or more.");
        }

        var output = ModelFile.Write(desk, "rules.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            rules,
            lessons,
        });
        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("lessons", lessons.Count).WithCount("rules", rules.Count),
            Fact.Of(FactName, new RulesProposed(Told.Date(desk.Today), names))));
    }
}
