using System.Security.Cryptography;
using System.Text;
using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;

namespace Kobe.Plugins.MarketData.Bars;

/// <summary>Reads stored bars back, checksum by checksum: damage is known before a decision needs them.</summary>
[Handler("marketdata.verify_store", Arguments = typeof(VerifyStoreArguments),
    About = "Reads every stored series back and checks its checksums.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class VerifyStoreHandler : ITaskHandler
{
    internal const string FactName = "bars.store";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Verify(context, context.Arguments<VerifyStoreArguments>(), cancellation));

    private static TaskResult Verify(
        TaskContext context, VerifyStoreArguments arguments, CancellationToken cancellation)
    {
        if (arguments.Interval is { } text && !BarInterval.TryParse(text, out _))
        {
            return new TaskResult.Fatal($"interval is '{text}': it is 1d, or minutes such as 5m.");
        }

        var desk = DeskSession.Of(context);
        var (series, bars, damaged) = (0, 0L, new List<string>());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in desk.Store.Series())
        {
            cancellation.ThrowIfCancellationRequested();
            if (arguments.Interval is { } wanted && name.Interval.ToString() != wanted)
            {
                continue;
            }

            var reading = desk.Store.Read(name.Symbol, name.Interval, name.Adjustment, desk.Now);
            if (reading.Series is not { } read)
            {
                damaged.Add(reading.Errors[0].ToString());
                continue;
            }

            (series, bars) = (series + 1, bars + read.Count);
            hash.AppendData(Encoding.UTF8.GetBytes($"{read}\n"));
        }

        return damaged.Count > 0
            ? new TaskResult.Failed($"{damaged.Count} stored series are damaged: {damaged[0]}")
            : series == 0
                ? new TaskResult.Skipped("no such bars are stored yet")
                : new TaskResult.Succeeded(
                    Evidence.None.WithCount("series", series).WithCount("bars", bars)
                        .WithId("sha256", Convert.ToHexStringLower(hash.GetHashAndReset())),
                    Fact.Of(arguments.Fact, new { desk.Today, Series = series, Bars = bars }));
    }
}
