namespace Kobe.Plugins.Research.Risks;

/// <summary>A limit against what really happened.</summary>
/// <param name="Limit">The limit's name.</param>
/// <param name="Set">Where it is set.</param>
/// <param name="Used">The most that was used of it.</param>
/// <param name="Advice">What the owner may want to do about it; nothing is changed.</param>
internal sealed record LimitUse(string Limit, double Set, double Used, string Advice)
{
    private const double Near = 0.8;
    private const double Far = 0.25;

    /// <summary>Judges a limit: near it is worth asking whether it is right, far from it whether it protects.</summary>
    public static LimitUse Of(string limit, double set, double used) => new(
        limit, set, Math.Round(used, 5),
        used > set ? "it was passed: find out how"
        : used >= Near * set ? "it was nearly reached: see whether sizes are too large"
        : used <= Far * set ? "it was never near: a tighter one would protect more"
        : "as it should be");
}
