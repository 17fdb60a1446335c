using Kobe.Brain;
using Kobe.Core.Queueing;
using Kobe.Hosting;
using Kobe.Journals;

namespace Kobe.Simulation;

/// <summary>What may be put between the brain and its world: a test that breaks a rule there must see a law
/// broken.</summary>
internal sealed record SimulationSeams
{
    public static SimulationSeams None { get; } = new();

    public Func<Roster, Roster> Roster { get; init; } = roster => roster;

    public Func<IJournal, IJournal> Journal { get; init; } = journal => journal;

    public Func<IHandlerHost, IHandlerHost> Host { get; init; } = host => host;

    public Func<IAlerts, IAlerts> Alerts { get; init; } = alerts => alerts;

    /// <summary>Put between the journal and its disk, where a run keeps bytes.</summary>
    public Func<IJournalMedium, IJournalMedium> Medium { get; init; } = medium => medium;

    public Mutations Mutations { get; init; }

    public Comparison<Waiter> Order { get; init; } = QueueOrder.Compare;
}
