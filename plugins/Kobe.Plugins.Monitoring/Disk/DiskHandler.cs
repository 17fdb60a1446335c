using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Machine;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Disk;

/// <summary>How much room the disk of the state directory has: without it nothing can be journalled.</summary>
[Handler("monitoring.disk", Arguments = typeof(DiskArguments),
    About = "Checks the free bytes and inodes of the state directory's disk.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class DiskHandler : ITaskHandler
{
    private const string FactName = "disk.free";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Measure(context, context.Arguments<DiskArguments>()));

    private static TaskResult Measure(TaskContext context, DiskArguments limits)
    {
        if (!(0 <= limits.Fail && limits.Fail <= limits.Warn && limits.Warn <= 100))
        {
            return new TaskResult.Fatal(
                $"fail is {limits.Fail} and warn is {limits.Warn}: they go up, from 0 to 100 percent.");
        }

        var path = Path.GetFullPath(Places.State(limits.State));
        DiskSpace space;
        try
        {
            space = DiskSpace.Of(path);
        }
        catch (IOException unknown)
        {
            return new TaskResult.Failed(unknown.Message);
        }

        var least = Math.Min(space.FreePercent, space.FreeInodesPercent ?? 100);
        if (least < limits.Fail)
        {
            return new TaskResult.Failed($"{Sentence(space, path)} That is below {Words.OfPercent(limits.Fail)}.");
        }

        // Said once, when the line is crossed: a disk that stays full is no news every half hour.
        if (least < limits.Warn && !WasLow(context, limits))
        {
            context.Discover(new("disk", Sentence(space, path), "Delete or move what isn't needed."));
        }

        return new TaskResult.Succeeded(
            Evidence.None
                .WithCount("free_bytes", (long)space.FreeBytes)
                .WithCount("total_bytes", (long)space.TotalBytes)
                .WithCount("free_inodes", (long)space.FreeInodes),
            Fact.Of(FactName, Shown(space)));
    }

    private static DiskFree Shown(DiskSpace space) => new(
        Math.Round(space.FreePercent, 2),
        (long)space.FreeBytes,
        space.FreeInodesPercent is { } inodes ? Math.Round(inodes, 2) : null);

    private static bool WasLow(TaskContext context, DiskArguments limits) =>
        context.Facts.Find(FactName)?.As<DiskFree>() is { } last
        && Math.Min(last.Percent, last.InodesPercent ?? 100) < limits.Warn;

    private static string Sentence(DiskSpace space, string path)
    {
        var inodes = space.FreeInodesPercent is { } share ? $", and {Words.OfPercent(share)} of its inodes" : "";
        return $"{Words.OfPercent(space.FreePercent)} ({Words.OfBytes(space.FreeBytes)}) of the disk of {path}{inodes} "
            + "are free.";
    }
}
