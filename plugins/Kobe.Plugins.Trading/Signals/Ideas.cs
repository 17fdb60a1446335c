namespace Kobe.Plugins.Trading.Signals;

/// <summary>The ideas of a date: the facts <c>signals.swing</c>, <c>signals.opening_range</c>, <c>signals.gap</c> and
/// <c>signals.trend</c>.</summary>
/// <param name="Date">The date.</param>
/// <param name="Items">The ideas; in the fact they are called <c>ideas</c>.</param>
internal sealed record Ideas(
    string Date, [property: System.Text.Json.Serialization.JsonPropertyName("ideas")] IReadOnlyList<Idea> Items);
