using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Growth;

/// <summary>How large a folder of the state directory is, against a limit and against the week before.</summary>
[Handler("monitoring.growth", Arguments = typeof(GrowthArguments),
    About = "Holds a folder's size, and its growth in a week, against limits.")]
[Effects(Effects.None)]
public sealed class GrowthHandler : ITaskHandler
{
    // Doubling means nothing while a folder is as good as empty.
    private const long Small = 10_000_000;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<GrowthArguments>();
        return Look.Take(() =>
        {
            var state = Path.GetFullPath(Places.State(arguments.State));
            var folder = Path.GetFullPath(Path.Combine(state, arguments.Folder));
            return !(folder + Path.DirectorySeparatorChar).StartsWith(
                    state.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? new TaskResult.Fatal($"folder is {arguments.Folder}, which lies outside the state directory.")
                : !Directory.Exists(folder)
                    ? new TaskResult.Skipped($"There is no {folder} yet.")
                    : Measure(context, arguments, folder, cancellation);
        });
    }

    private static TaskResult Measure(
        TaskContext context, GrowthArguments arguments, string folder, CancellationToken cancellation)
    {
        var now = FolderSize.Of(folder, arguments.Pattern, context.Market.Date, cancellation);
        if (now.Files == 0)
        {
            return new TaskResult.Skipped($"{folder} has no {arguments.Pattern} to measure.");
        }

        var days = GrowthSight.With(context.Facts.Find(arguments.Fact)?.As<GrowthSight>()?.Days, now);
        var growth = GrowthSight.Growth(days, now);
        var name = arguments.Folder.Length == 0 ? "The state directory" : $"{arguments.Folder} ({arguments.Pattern})";
        var findings = new List<Finding>();
        if (now.Bytes > arguments.LimitMb * 1e6)
        {
            findings.Add(new(
                "size",
                $"{name} takes {Words.OfBytes(now.Bytes)}; its limit is {Words.OfBytes(arguments.LimitMb * 1e6)}."));
        }

        if (now.Files > arguments.FilesMax)
        {
            findings.Add(new("files", $"{name} has {now.Files} files; its limit is {arguments.FilesMax}."));
        }

        if (now.Bytes > Small && growth > arguments.Week)
        {
            findings.Add(new(
                "growth", $"{name} grew by {Words.OfPercent(growth.Value)} in a week, to {Words.OfBytes(now.Bytes)}."));
        }

        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("bytes", now.Bytes).WithCount("files", now.Files)
                .WithCount("days_known", days.Count),
            arguments.Fact,
            new GrowthSight(open.Count == 0, open, now.Bytes, now.Files, growth, days));
    }
}
