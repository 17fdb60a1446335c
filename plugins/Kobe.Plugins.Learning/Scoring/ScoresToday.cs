namespace Kobe.Plugins.Learning.Scoring;

/// <summary>The fact <c>scores.today</c>.</summary>
/// <param name="Date">The date.</param>
/// <param name="Model">The model that was asked, or <c>rules</c>.</param>
/// <param name="Scores">The symbols, the likeliest first.</param>
/// <param name="Drift">Whether its inputs are no longer what it was trained on.</param>
/// <param name="FellBack">Whether rules stood in for a model that was missing or too old.</param>
internal sealed record ScoresToday(
    string Date, string Model, IReadOnlyList<SymbolScore> Scores, bool Drift, bool FellBack);
