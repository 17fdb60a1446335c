using Kobe.Core.Markets;
using Kobe.Desk.Studies;

namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>What hypotheses are tried on.</summary>
/// <param name="Panel">The prices.</param>
/// <param name="Clock">The exchange's days.</param>
/// <param name="SectorOf">The sector of a symbol; empty when it is not known.</param>
internal sealed record StudyMarket(PricePanel Panel, MarketClock Clock, Func<string, string> SectorOf);
