namespace Kobe.Benchmarks.Figures;

/// <summary>What an idle minute took.</summary>
internal sealed record IdleMinute(Reading Processor, Reading Brain, Reading Runner)
{
    public static IdleMinute Of(IReadOnlyList<IdlePart> parts) => new(
        Whole(parts, part => part.Processor).Beside(WebHost.Name, Whole(parts, part => part.HostProcessor)),
        Each(parts, part => part.Brain).Beside(WebHost.Name, Each(parts, part => part.Host)),
        Each(parts, part => part.Runner).Beside(IdleProcess.Name, Each(parts, part => part.Program)));

    // The minute itself; beside it what it would have been at the pace of its best and worst part.
    private static Reading Whole(IReadOnlyList<IdlePart> parts, Func<IdlePart, double> of) => new(
        parts.Sum(of), parts.Min(of) * parts.Count, parts.Max(of) * parts.Count);

    private static Reading Each(IReadOnlyList<IdlePart> parts, Func<IdlePart, double> of) =>
        Reading.Of([.. parts.Select(of)]);
}
