using Kobe.Core.Markets;

namespace Kobe.Core.Schedules;

/// <summary>What a row's category gives where the row is silent (semantics, second table).</summary>
/// <param name="Grace">How late is still in time.</param>
/// <param name="CatchUp">Which of the later ones run.</param>
/// <param name="Expires">When it is too late altogether.</param>
/// <param name="OnUnknown">What follows an attempt in doubt.</param>
/// <param name="Preemptible">Whether it makes way for critical occurrences.</param>
public sealed record CategoryDefaults(
    TimeSpan Grace, CatchUp CatchUp, Expiry Expires, OnUnknown OnUnknown, Preemption Preemptible)
{
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);
    private static readonly Expiry EndOfPhase = new Expiry.Earlier(new Expiry.PhaseEnd(), new Expiry.After(HalfHour));

    private static readonly CategoryDefaults Entry = new(
        TimeSpan.FromSeconds(90), CatchUp.None, EndOfPhase, OnUnknown.ReconcileElseAlert, Preemption.No);

    private static readonly CategoryDefaults Exit = new(
        FiveMinutes,
        CatchUp.Latest,
        new Expiry.Later(
            new Expiry.At(new Anchor(AnchorPoint.Close, TimeSpan.FromMinutes(15))), new Expiry.After(HalfHour)),
        OnUnknown.ReconcileElseRetry,
        Preemption.No);

    private static readonly CategoryDefaults OtherTrading = new(
        TimeSpan.FromSeconds(90), CatchUp.None, EndOfPhase, OnUnknown.Alert, Preemption.No);

    private static readonly CategoryDefaults Monitoring = new(
        FiveMinutes, CatchUp.Latest, new Expiry.NextSlot(), OnUnknown.Skip, Preemption.No);

    private static readonly CategoryDefaults Maintenance = new(
        TimeSpan.FromHours(6), CatchUp.Latest, new Expiry.After(TimeSpan.FromHours(24)), OnUnknown.Retry,
        Preemption.IfEffectsAllow);

    private static readonly CategoryDefaults Study = new(
        HalfHour,
        CatchUp.Latest,
        new Expiry.Later(new Expiry.PhaseEnd(), new Expiry.After(TimeSpan.FromHours(4))),
        OnUnknown.Retry,
        Preemption.IfEffectsAllow);

    /// <summary>The defaults of a row.</summary>
    /// <param name="category">Its category.</param>
    /// <param name="kind">Its kind; only trading rows are asked for it.</param>
    /// <param name="trigger">Its trigger: a monitoring row with <c>every</c> has one step of grace.</param>
    public static CategoryDefaults Of(Category category, TaskKind? kind, Trigger? trigger) => category switch
    {
        Category.Trading => kind switch
        {
            TaskKind.Entry => Entry,
            TaskKind.Exit or TaskKind.Reconcile => Exit,
            _ => OtherTrading,
        },
        Category.Monitoring => trigger is Trigger.Every every ? Monitoring with { Grace = every.Step } : Monitoring,
        Category.Maintenance => Maintenance,
        _ => Study,
    };
}
