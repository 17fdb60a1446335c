namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>One idea of how prices behave, said before it is tried.</summary>
/// <remarks>
/// Symbols move together, so that a thousand of them on one date are one observation and not a thousand: each date
/// gives one number, the mean over symbols. Where an outcome spans several sessions, dates whose spans overlap are left
/// out.
/// </remarks>
/// <param name="Name">Its name, in kebab-case.</param>
/// <param name="Claim">The idea in a sentence.</param>
internal abstract record Hypothesis(string Name, string Claim)
{
    /// <summary>Draws the numbers that decide it.</summary>
    public abstract Samples Draw(StudyMarket market);
}
