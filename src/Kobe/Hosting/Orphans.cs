using System.Security.Cryptography;
using System.Text;
using Kobe.Runner.Plugins;

namespace Kobe.Hosting;

/// <summary>Programs whose brain and runner were killed: what left the runner's group lives on.</summary>
internal static class Orphans
{
    private const int FamilyLength = 16;

    private static readonly TimeSpan KillMax = TimeSpan.FromSeconds(5);

    /// <summary>What the marks of all runners of a state directory begin with, whatever links lead to it.</summary>
    /// <param name="state">The state directory.</param>
    public static string FamilyOf(string state) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(RealPath.Of(state))))[..FamilyLength] + "-";

    /// <summary>Kills what runners of earlier brains left behind. To be called by the one brain of a state directory
    /// before it starts a runner.</summary>
    /// <param name="state">The state directory.</param>
    /// <returns>What was done, for people; null when there was nothing to do.</returns>
    public static string? End(string state)
    {
        var (found, left) = ProcessFamily.KillMarked(FamilyOf(state), KillMax);
        return found.Count == 0 ? null
            : $"Processes of earlier runners were still there: {string.Join(", ", found)}. "
                + (left.Count == 0 ? "They were killed." : $"Still alive: {string.Join(", ", left)}.");
    }
}
