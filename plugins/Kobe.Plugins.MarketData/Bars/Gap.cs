namespace Kobe.Plugins.MarketData.Bars;

/// <summary>A session without a stored bar.</summary>
/// <param name="Date">The session.</param>
/// <param name="Noticed">When it was first seen to be missing.</param>
/// <param name="Tries">How often the source was asked for it since.</param>
/// <param name="Permanent">Whether it is believed that there was no trading: nobody asks again.</param>
internal sealed record Gap(DateOnly Date, DateOnly Noticed, int Tries, bool Permanent);
