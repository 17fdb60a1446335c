namespace Kobe.Desk.Accounts;

/// <summary>One difference between what the desk knows and what the broker says; the broker is the truth.</summary>
/// <param name="Id">What it is known by: the same difference has the same id, so that a person is told once.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Text">What differs, in a sentence.</param>
public sealed record Finding(string Id, FindingKind Kind, string Symbol, string Text)
{
    /// <summary>Whether entries in the symbol are blocked until it is explained.</summary>
    public bool BlocksEntries => Kind is FindingKind.Discrepancy or FindingKind.UnresolvedOrder;
}
