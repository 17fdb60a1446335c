using System.Globalization;
using System.Security.Cryptography;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Speed;

/// <summary>How fast the machine is at what the brain does most: durable writes, and plain computing.</summary>
[Handler("maintenance.benchmark", Arguments = typeof(SpeedArguments),
    About = "Measures durable writes and one core, against the last time.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class SpeedHandler : ITaskHandler
{
    private const string FactName = "machine.speed";
    private const int SyncsMax = 1000;
    private const int Block = 4096;
    private const int Rounds = 5;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Measure(context, context.Arguments<SpeedArguments>(), cancellation));

    private static TaskResult Measure(TaskContext context, SpeedArguments arguments, CancellationToken cancellation)
    {
        if (arguments.Syncs is < 1 or > SyncsMax || !(arguments.Slower > 1))
        {
            return new TaskResult.Fatal(
                $"syncs is {arguments.Syncs} and slower is {arguments.Slower}: "
                + $"1 to {SyncsMax} syncs, and a factor above 1.");
        }

        MachineSpeed speed;
        try
        {
            speed = new(
                Sync(Places.State(arguments.State), arguments.Syncs, context.Clock, cancellation),
                Hash(context.Clock, cancellation));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new TaskResult.Failed($"The disk can't be measured: {refused.Message}");
        }

        if (speed.SyncMs <= 0)
        {
            return new TaskResult.Skipped("the clock of a replay stands while work is done: nothing can be measured");
        }

        Compare(context, speed, arguments.Slower);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("syncs", arguments.Syncs).WithCount("sync_us", (long)(speed.SyncMs * 1000))
                .WithCount("hash_mb_per_s", (long)speed.HashMbPerS),
            Fact.Of(FactName, speed));
    }

    private static void Compare(TaskContext context, MachineSpeed speed, double slower)
    {
        if (context.Facts.Find(FactName)?.As<MachineSpeed>() is not { } last)
        {
            return;
        }

        if (speed.SyncMs > last.SyncMs * slower)
        {
            context.Discover(new("speed", string.Create(CultureInfo.InvariantCulture,
                $"A durable write takes {speed.SyncMs:0.##} ms; it took {last.SyncMs:0.##} ms.")));
        }

        if (speed.HashMbPerS * slower < last.HashMbPerS)
        {
            context.Discover(new("speed", string.Create(CultureInfo.InvariantCulture,
                $"One core hashes {speed.HashMbPerS:0} MB/s; it hashed {last.HashMbPerS:0} MB/s.")));
        }
    }

    private static double Sync(string state, int syncs, TimeProvider clock, CancellationToken cancellation)
    {
        var path = Path.Combine(state, "benchmark");
        var times = new double[syncs];
        var file = OwnerFile.Begin(path);
        try
        {
            var block = new byte[Block];
            for (var i = 0; i < syncs; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var started = clock.GetTimestamp();
                file.Write(block);
                file.Flush(flushToDisk: true);
                times[i] = clock.GetElapsedTime(started).TotalMilliseconds;
            }
        }
        finally
        {
            file.Dispose();
            File.Delete(file.Name);
        }

        return Math.Round(Median(times), 4);
    }

    private static double Hash(TimeProvider clock, CancellationToken cancellation)
    {
        var bytes = new byte[8_000_000];
        var rates = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var started = clock.GetTimestamp();
            SHA256.HashData(bytes);
            rates[i] = bytes.Length / 1e6 / Math.Max(clock.GetElapsedTime(started).TotalSeconds, 1e-9);
        }

        return Math.Round(Median(rates), 1);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
