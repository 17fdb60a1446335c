using System.Runtime.CompilerServices;
using Kobe.Simulation.Reporting;

namespace Kobe.Simulation.Faults;

/// <summary>Ends the brain at one of the next points of its way, once it is armed.</summary>
internal sealed class CrashPoint(NameCounts coverage)
{
    private int _pointsLeft = -1;

    /// <summary>The brain crashes when it has passed so many points more.</summary>
    public void Arm(int points) => _pointsLeft = points;

    public void Disarm() => _pointsLeft = -1;

    /// <summary>The brain is at a point.</summary>
    /// <exception cref="SimulatedCrash">It gets no further.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pass(string point)
    {
        if (_pointsLeft < 0)
        {
            return;
        }

        if (_pointsLeft-- == 0)
        {
            coverage.Add("crash " + point);
            throw new SimulatedCrash();
        }
    }
}
