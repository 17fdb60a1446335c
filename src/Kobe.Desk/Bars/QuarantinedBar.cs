namespace Kobe.Desk.Bars;

/// <summary>A bar that was kept out of its series. It is shown and kept, never mended in silence.</summary>
/// <param name="Place">Where it stands, such as <c>SPY.csv:17</c>.</param>
/// <param name="Text">The bar as it was given.</param>
/// <param name="Reason">Why it is not believed, as a sentence.</param>
public sealed record QuarantinedBar(string Place, string Text, string Reason)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Place}: {Reason} ({Text})";
}
