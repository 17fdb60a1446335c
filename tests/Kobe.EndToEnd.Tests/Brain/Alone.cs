namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>Tests that measure the machine: memory and time belong to them alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
