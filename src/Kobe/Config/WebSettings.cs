namespace Kobe.Config;

/// <summary>Where the brain answers, and to whom.</summary>
/// <param name="Urls">At least one address.</param>
/// <param name="AllowRemote">Whether addresses that others reach are allowed.</param>
/// <param name="Hosts">Names besides localhost and the address itself by which clients may call.</param>
internal sealed record WebSettings(IReadOnlyList<ListenUrl> Urls, bool AllowRemote, IReadOnlyList<string> Hosts);
