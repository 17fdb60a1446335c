using Kobe.Simulation;

namespace Kobe.Tests.Simulation;

/// <summary>The unmutated brain under the standard run: 200 seeds here, 2,000 in <c>./test --long</c>.</summary>
public class StandardRunTests
{
    private const int Seeds = 200;

    [Fact]
    public void Brain_BreaksNoLaw_Under200SeedsOf30Days() =>
        StandardRun.DemandUnbroken(SimulationRun.Run(seed => StandardRun.Plan(seed), seed: 1, Seeds));

    [Theory]
    [InlineData(1ul, 1ul, true)]
    [InlineData(1ul, 3ul, false)]
    public void Digest_IsDecidedByTheSeed(ulong one, ulong other, bool isSame) =>
        Assert.Equal(isSame, DigestOf(one) == DigestOf(other));

    private static string DigestOf(ulong seed)
    {
        using var simulator = new Simulator(StandardRun.Plan(seed));
        simulator.Run();
        return simulator.Digest();
    }
}
