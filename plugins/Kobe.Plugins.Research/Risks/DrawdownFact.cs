namespace Kobe.Plugins.Research.Risks;

/// <summary>The fact <c>drawdown.outlook</c>.</summary>
/// <param name="Date">The date.</param>
/// <param name="Of">Whose trades: <c>desk</c> or a strategy.</param>
/// <param name="Trades">How many trades were there to draw from.</param>
/// <param name="Median">The deepest fall of the middle path.</param>
/// <param name="OneInTwenty">The deepest fall that one path in twenty exceeds.</param>
internal sealed record DrawdownFact(string Date, string Of, int Trades, double Median, double OneInTwenty);
