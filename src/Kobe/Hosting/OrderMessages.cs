using Kobe.Contracts;
using Kobe.Runner.Wire;

namespace Kobe.Hosting;

/// <summary>Writes what goes through the pipe for orders.</summary>
/// <remarks>Not thread-safe: its host locks it.</remarks>
internal sealed class OrderMessages
{
    private readonly WireWriter wire = new();

    /// <summary>An order, and before it the facts and the state of the market that changed since the runner was told
    /// last.</summary>
    public ReadOnlyMemory<byte> Order(RunnerProcess runner, RunningAttempt attempt)
    {
        wire.Clear();
        var facts = attempt.Request.Facts;
        if (!ReferenceEquals(facts, runner.Facts))
        {
            WriteChanges(runner.Facts, facts);
        }

        if (runner.Market != Lasting(attempt.Market))
        {
            OrderWire.WriteMarket(wire.Json, attempt.Market);
            wire.EndLine();
        }

        OrderWire.Write(wire.Json, attempt.Order());
        wire.EndLine();
        return wire.Collected;
    }

    /// <summary>What an order's market has in common with the next one's: all but its instant.</summary>
    public static MarketContext Lasting(MarketContext market) => market with { Timestamp = default };

    /// <summary>The message that makes a runner the one that runs.</summary>
    public ReadOnlyMemory<byte> Activate(RunnerSettings settings)
    {
        wire.Clear();
        OrderWire.WriteActivate(wire.Json, settings.Secrets);
        wire.EndLine();
        return wire.Collected;
    }

    private void WriteChanges(IReadOnlyDictionary<string, FactValue> known, IReadOnlyDictionary<string, FactValue> now)
    {
        foreach (var (name, fact) in now)
        {
            if (!ReferenceEquals(known.GetValueOrDefault(name), fact))
            {
                OrderWire.WriteFact(wire.Json, name, fact.Json, fact.At, fact.By);
                wire.EndLine();
            }
        }

        foreach (var name in known.Keys)
        {
            if (!now.ContainsKey(name))
            {
                OrderWire.WriteFactGone(wire.Json, name);
                wire.EndLine();
            }
        }
    }
}
