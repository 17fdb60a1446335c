using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Orders.Gates;

namespace Kobe.Desk;

/// <summary>What a desk is opened with.</summary>
public sealed record DeskOpening
{
    /// <summary>The name of the secret that holds the key's id.</summary>
    public const string KeyIdSecret = "APCA_API_KEY_ID";

    /// <summary>The name of the secret that holds the key's secret half.</summary>
    public const string KeySecret = "APCA_API_SECRET_KEY";

    /// <summary>The state directory; the desk's files are in <c>desk/</c> in it.</summary>
    public required string State { get; init; }

    /// <summary>The exchange's days and phases.</summary>
    public required MarketClock Market { get; init; }

    /// <summary>The only clock; a replay's in a replay.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>How far an order gets.</summary>
    /// <value>A paper account.</value>
    public DeskMode Mode { get; init; } = DeskMode.Paper;

    /// <summary>Where the broker's keys are. Without them, observing and paper use the account on this
    /// machine.</summary>
    public ISecrets? Secrets { get; init; }

    /// <summary>How much may be risked.</summary>
    public RiskLimits Limits { get; init; } = RiskLimits.Default;

    /// <summary>How the account on this machine begins.</summary>
    public PaperOptions Paper { get; init; } = PaperOptions.Default;

    /// <summary>The prices of the account on this machine: each bar counts from its end on.</summary>
    public IReadOnlyList<BarSeries> Prices { get; init; } = [];

    /// <summary>What moves the account on this machine instead of <see cref="Prices"/>.</summary>
    internal IPaperTape? Tape { get; init; }

    /// <summary>The account's number, as KOBE_LIVE in the environment has it; live trading needs it.</summary>
    public string? LiveAccount { get; init; }
}
