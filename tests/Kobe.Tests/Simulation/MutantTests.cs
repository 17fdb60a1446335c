using Kobe.Simulation.Laws;

namespace Kobe.Tests.Simulation;

/// <summary>A law that no mistake breaks checks nothing: each mutant must die, of the law that it is meant for.</summary>
public class MutantTests
{
    public static TheoryData<string> Names => [.. Mutant.All.Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mutant_IsKilledByItsLaw(string name)
    {
        var mutant = Mutant.All.Single(candidate => candidate.Name == name);
        Assert.True(mutant.Killer() is not null, $"'{name}' lives: {Mutant.SeedsMax} seeds broke no {mutant.Law}.");
    }

    [Fact]
    public void EachLaw_IsBrokenByAMutant() => Assert.Equal(
        Enum.GetValues<Law>(), Mutant.All.Select(mutant => mutant.Law).Distinct().Order());
}
