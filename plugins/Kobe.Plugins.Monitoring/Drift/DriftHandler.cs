using System.Text.RegularExpressions;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Drift;

/// <summary>Whether the schedule on the disk is the one that a person approved. It never approves anything
/// itself.</summary>
[Handler("monitoring.drift", Arguments = typeof(DriftArguments),
    About = "Compares the hash of the schedule's files with the approved one.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed partial class DriftHandler : ITaskHandler
{
    private const string FactName = "schedule.drift";
    private const string UsualFile = "approved-schedule.sha256";
    private const int Told = 5;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Compare(context, context.Arguments<DriftArguments>(), cancellation));

    private static TaskResult Compare(TaskContext context, DriftArguments arguments, CancellationToken cancellation)
    {
        var directory = Path.GetFullPath(Places.Schedule(arguments.Schedule));
        var approvedFile = Path.GetFullPath(
            arguments.Approved ?? Path.Combine(Places.State(arguments.State), UsualFile));
        try
        {
            var files = ScheduleFiles.Of(directory, cancellation);
            if (!File.Exists(approvedFile))
            {
                return new TaskResult.Skipped(
                    $"No schedule was approved yet. To approve the present one: {Approval(files, approvedFile)}");
            }

            return Hash().Match(File.ReadAllText(approvedFile)) is { Success: true } approved
                ? Compared(context, files, directory, approved.Groups[1].Value.ToLowerInvariant(), approvedFile)
                : new TaskResult.Fatal($"{approvedFile} doesn't begin with a SHA-256, 64 hex digits.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new TaskResult.Failed($"The schedule can't be compared: {unreadable.Message}");
        }
    }

    private static TaskResult.Succeeded Compared(
        TaskContext context, ScheduleFiles files, string directory, string approved, string approvedFile)
    {
        var drifted = files.Hash != approved;
        var last = context.Facts.Find(FactName)?.As<ScheduleDrift>();

        // Said once for each state of the files.
        if (drifted && (last?.Hash != files.Hash || last.Approved != approved))
        {
            var changed = files.ChangedSince(File.GetLastWriteTimeUtc(approvedFile), directory).Take(Told).ToList();
            context.Discover(new(
                "schedule",
                "The schedule is not the approved one.",
                (changed.Count > 0 ? $"Changed since the approval: {string.Join(", ", changed)}. " : "")
                + $"To approve it: {Approval(files, approvedFile)}"));
        }

        return new(
            Evidence.None.WithCount("files", files.Paths.Count).WithCount("drifted", drifted ? 1 : 0)
                .WithId("sha256", files.Hash),
            Fact.Of(FactName, new ScheduleDrift(drifted, files.Hash, approved, files.Paths.Count)));
    }

    private static string Approval(ScheduleFiles files, string file) => $"(umask 077; echo {files.Hash} > {file})";

    [GeneratedRegex(@"\A\s*([0-9A-Fa-f]{64})\b")]
    private static partial Regex Hash();
}
