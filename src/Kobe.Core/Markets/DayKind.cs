namespace Kobe.Core.Markets;

/// <summary>What a date is to an exchange.</summary>
public enum DayKind
{
    /// <summary>A session with the usual close; a late open is one too.</summary>
    Session,

    /// <summary>A session that ends before the usual time.</summary>
    EarlyClose,

    /// <summary>A closing on a day of the exchange's week.</summary>
    Holiday,

    /// <summary>A day outside the exchange's week.</summary>
    Weekend,
}
