using System.Runtime.CompilerServices;

namespace Kobe.Simulation.Laws;

/// <summary>Holds one key against a law: counts the check, and puts a broken one into words.</summary>
internal sealed class KeyChecks(Scene scene, LawCounts counts)
{
    /// <summary>Counts one check of a key.</summary>
    /// <param name="law">The law.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="record">The key.</param>
    /// <param name="what">What the key did when it does not: the rest of a sentence that begins with the key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hold(Law law, bool holds, KeyRecord record, string what)
    {
        if (holds)
        {
            counts.Held(law);
        }
        else
        {
            Break(law, record, what);
        }
    }

    private void Break(Law law, KeyRecord record, string what) =>
        counts.Break(law, scene.Clock.Wall, $"{record.Key} {what}.");
}
