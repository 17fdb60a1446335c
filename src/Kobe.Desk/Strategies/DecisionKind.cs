namespace Kobe.Desk.Strategies;

/// <summary>What a strategy wants.</summary>
public enum DecisionKind
{
    /// <summary>Nothing; an entry that has not traded yet is taken back.</summary>
    None,

    /// <summary>To open a position. It counts for one bar.</summary>
    Enter,

    /// <summary>To close the position at the next open.</summary>
    Exit,

    /// <summary>To move the protective stop closer; it never moves away.</summary>
    MoveStop,
}
