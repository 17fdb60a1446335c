namespace Kobe.Alerts;

/// <summary>How the alerts do.</summary>
/// <param name="Waiting">How many still have to be told, over all channels.</param>
/// <param name="Sent">How many were told since the start, over all channels.</param>
/// <param name="Lost">How many will never be told, since the start, over all channels.</param>
/// <param name="Troubles">What keeps channels from telling anything, a sentence each.</param>
internal sealed record AlertStanding(int Waiting, long Sent, long Lost, IReadOnlyList<string> Troubles)
{
    /// <summary>Nothing to tell, nothing wrong.</summary>
    public static AlertStanding Nothing { get; } = new(0, 0, 0, []);
}
