using Kobe.Brain;

namespace Kobe.Simulation;

/// <summary>What the laws look at: the brain of the present life and what surrounds it.</summary>
internal sealed class Scene(SimulatedClock clock, IWatchedStore store, Truth truth)
{
    public SimulatedClock Clock { get; } = clock;

    public IWatchedStore Store { get; } = store;

    public Truth Truth { get; } = truth;

    /// <summary>The brain that runs, or ran last.</summary>
    public BrainLoop Loop { get; set; } = null!;

    public BrainState State => Loop.State;

    /// <summary>What people asked for and the brain took: no crash may take it back.</summary>
    public Kobe.Core.Runs.Controls Controls { get; set; } = Kobe.Core.Runs.Controls.None;

    /// <summary>What the controls become once the brain takes what was asked; null when nothing is on its
    /// way.</summary>
    public Kobe.Core.Runs.Controls? ControlsAsked { get; set; }

    /// <summary>Up to where (UTC) anything was ever planned, as the journal's events say; a person who confirms the
    /// clock sets it back.</summary>
    public DateTimeOffset? PlannedThrough { get; set; }

    /// <summary>Since when nothing but the rules themselves has come between a due time and its start
    /// (monotonic).</summary>
    public TimeSpan QuietSince { get; set; }
}
