using Kobe.Core.Runs;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>The facts as handlers get them. The same instance is given again until one of them changes.</summary>
internal sealed class FactShelf(Ledger ledger)
{
    private Dictionary<string, FactValue>? _values;

    public IReadOnlyDictionary<string, FactValue> Values => _values ??= Read(null);

    /// <summary>A run published facts.</summary>
    public void Changed() => _values = Read(_values);

    // Facts that stayed keep their instance, by which a host sees what a runner knows already.
    private Dictionary<string, FactValue> Read(Dictionary<string, FactValue>? before)
    {
        var values = new Dictionary<string, FactValue>(StringComparer.Ordinal);
        foreach (var fact in ledger.Facts())
        {
            values[fact.Name] = before is not null && before.TryGetValue(fact.Name, out var known)
                && known.At == fact.At && known.By == fact.By.ToString()
                    ? known
                    : new FactValue(fact.Value.Value, fact.At, fact.By.ToString());
        }

        return values;
    }
}
