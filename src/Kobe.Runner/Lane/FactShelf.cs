using Kobe.Contracts;

namespace Kobe.Runner.Lane;

/// <summary>The facts as the brain last told them. It only tells what changed since.</summary>
internal sealed class FactShelf : IFacts
{
    // Replaced, never changed: threads that an earlier handler left behind may still read.
    private volatile Dictionary<string, PublishedFact> facts = [];

    public PublishedFact? Find(string name) => facts.GetValueOrDefault(name);

    /// <summary>Takes changes; a null value takes a fact away.</summary>
    public void Change(IReadOnlyCollection<KeyValuePair<string, PublishedFact?>> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var next = new Dictionary<string, PublishedFact>(facts);
        foreach (var (name, fact) in changes)
        {
            if (fact is null)
            {
                next.Remove(name);
            }
            else
            {
                next[name] = fact;
            }
        }

        facts = next;
    }
}
