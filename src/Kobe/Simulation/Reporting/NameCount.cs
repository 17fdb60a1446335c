namespace Kobe.Simulation.Reporting;

/// <summary>How often one thing happened.</summary>
internal sealed class NameCount(string name)
{
    public string Name { get; } = name;

    public long Times { get; set; }
}
