using System.Globalization;
using Kobe.Benchmarks.Brains;

namespace Kobe.Benchmarks.Figures;

/// <summary>From the instant at which a row falls due until its handler is called, its start durable by then.</summary>
internal sealed class Lateness
{
    private const int StartsPerTry = 200;

    // The loop of the probe is compiled on the way, which a published brain's is not.
    private const int WarmUps = 100;

    private readonly Dictionary<string, IReadOnlyList<double[]>> _read = [];
    private (IReadOnlyList<double[]> Journal, IReadOnlyList<double[]> Bare)? _least;

    public Figure[] Figures =>
    [
        Figure("in this process", LatenessProbe.InProcess, 0.50, 0.7), Figure("in this process", LatenessProbe.InProcess, 0.99, 2.5),
        Figure("in the runner", LatenessProbe.InRunner, 0.50, 1), Figure("in the runner", LatenessProbe.InRunner, 0.99, 4),
    ];

    private Figure Figure(string where, string isolation, double share, double limit) =>
        new($"start of a due no-op {where}, p{share * 100:0}", "ms", limit, programs => Read(programs, isolation, share));

    private Reading Read(Programs programs, string isolation, double share)
    {
        using var home = new BrainHome(programs);
        _least ??= LeastDaemon.Lateness(home.Root, Reading.Tries * StartsPerTry);
        if (!_read.TryGetValue(isolation, out var runs))
        {
            var output = TimedProcess.Run(
                Programs.Own, LatenessProbe.Name, isolation, home.Root, programs.Runner,
                (WarmUps + (Reading.Tries * StartsPerTry)).ToString(CultureInfo.InvariantCulture)).Output;
            var late = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => double.Parse(line, CultureInfo.InvariantCulture)).ToList();
            _read[isolation] = runs = Percentile.Runs(late[WarmUps..]);
        }

        var bare = Percentile.Of(_least.Value.Bare, share).Median;
        return Percentile.Of(runs, share).Beside(
            string.Create(CultureInfo.InvariantCulture, $"least daemon ({bare:0.00} without a journal)"),
            Percentile.Of(_least.Value.Journal, share));
    }
}
