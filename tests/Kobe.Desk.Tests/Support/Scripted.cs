using Kobe.Desk.Bars;
using Kobe.Desk.Strategies;

namespace Kobe.Desk.Tests.Support;

/// <summary>A strategy that does what a test says on the bars that it names, from 0.</summary>
internal sealed class Scripted(params (int Bar, Decision Decision)[] script) : IStrategy
{
    private int _bar;

    public List<Holding> Seen { get; } = [];

    public Decision OnBar(in Bar bar, in Holding holding)
    {
        Seen.Add(holding);
        var now = _bar++;
        return Array.Find(script, entry => entry.Bar == now).Decision;
    }
}
