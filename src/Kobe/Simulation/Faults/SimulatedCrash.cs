namespace Kobe.Simulation.Faults;

/// <summary>The brain ends here, in the middle of whatever it does. Nothing in the brain may catch it.</summary>
internal sealed class SimulatedCrash() : Exception("The simulated brain crashed.");
