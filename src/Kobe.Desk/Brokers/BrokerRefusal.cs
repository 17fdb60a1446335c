namespace Kobe.Desk.Brokers;

/// <summary>A broker's no. The thing asked for was not done.</summary>
/// <param name="Kind">Why, as far as it matters to what comes next.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The broker's number for it; 0 when there is none.</param>
/// <param name="Message">The broker's sentence.</param>
public sealed record BrokerRefusal(RefusalKind Kind, int Status, int Code, string Message)
{
    /// <summary>The figures that came with it, such as buying_power and cost_basis, as text.</summary>
    public IReadOnlyDictionary<string, string> Figures { get; init; } = NoFigures;

    private static IReadOnlyDictionary<string, string> NoFigures { get; } = new Dictionary<string, string>();

    /// <summary>The sentence with its number and figures.</summary>
    public override string ToString()
    {
        var figures = string.Join(", ", Figures.Select(one => $"{one.Key}: {one.Value}"));
        return $"{Status} {(Code == 0 ? "" : Code + " ")}{Message}{(figures.Length == 0 ? "" : $" ({figures})")}";
    }
}
