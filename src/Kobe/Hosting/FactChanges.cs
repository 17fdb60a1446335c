using System.Text.Json;
using Kobe.Contracts;

namespace Kobe.Hosting;

/// <summary>What a lane in this process must be told of the facts.</summary>
internal static class FactChanges
{
    public static List<KeyValuePair<string, PublishedFact?>> Between(
        IReadOnlyDictionary<string, FactValue> known, IReadOnlyDictionary<string, FactValue> now)
    {
        var changes = new List<KeyValuePair<string, PublishedFact?>>();
        foreach (var (name, fact) in now)
        {
            if (!ReferenceEquals(known.GetValueOrDefault(name), fact))
            {
                changes.Add(new(name, new(name, JsonElement.Parse(fact.Json), fact.At, fact.By)));
            }
        }

        foreach (var name in known.Keys)
        {
            if (!now.ContainsKey(name))
            {
                changes.Add(new(name, null));
            }
        }

        return changes;
    }
}
