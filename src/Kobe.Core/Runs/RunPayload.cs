using System.Diagnostics.CodeAnalysis;

namespace Kobe.Core.Runs;

/// <summary>What an attempt brought home, bounded so that its line always fits the journal.</summary>
/// <remarks>The edge that talks to a handler makes it; one that is refused there is that attempt's failure.</remarks>
public sealed record RunPayload
{
    private RunPayload(JsonText? evidence, ValueList<PublishedFact> facts, ValueList<JsonText> discoveries)
    {
        Evidence = evidence;
        Facts = facts;
        Discoveries = discoveries;
    }

    /// <summary>Counts, outputs with hash, ids: why one may believe that it succeeded.</summary>
    public JsonText? Evidence { get; }

    /// <summary>Facts for later tasks.</summary>
    public ValueList<PublishedFact> Facts { get; }

    /// <summary>Findings worth a person's eye.</summary>
    public ValueList<JsonText> Discoveries { get; }

    /// <summary>Checks the bounds of <see cref="RunLimits"/>.</summary>
    /// <param name="evidence">Evidence, if any.</param>
    /// <param name="facts">Facts in the order in which they were published.</param>
    /// <param name="discoveries">Discoveries, oldest first.</param>
    /// <param name="payload">The payload; null when there is nothing in it or it was refused.</param>
    /// <param name="problem">Which bound was passed, in a sentence; null when none was.</param>
    public static bool TryCreate(
        JsonText? evidence,
        IEnumerable<PublishedFact> facts,
        IEnumerable<JsonText> discoveries,
        out RunPayload? payload,
        [NotNullWhen(false)] out string? problem)
    {
        payload = null;
        var made = new RunPayload(evidence, new(facts), new(discoveries));
        problem = made.Problem();
        if (problem is null && (evidence is not null || made.Facts.Count + made.Discoveries.Count > 0))
        {
            payload = made;
        }

        return problem is null;
    }

    private string? Problem()
    {
        if (Facts.FirstOrDefault(fact => !OccurrenceKeyForm.IsTask(fact.Name)) is { } odd)
        {
            return $"'{odd.Name}' cannot name a fact; a name is lower-case letters, digits, dots, _ and -, at most 64.";
        }

        if (Facts.Count > RunLimits.FactsMax || Discoveries.Count > RunLimits.DiscoveriesMax)
        {
            return $"At most {RunLimits.FactsMax} facts and {RunLimits.DiscoveriesMax} discoveries may come with one "
                + $"attempt; these are {Facts.Count} and {Discoveries.Count}.";
        }

        var bytes = (Evidence?.ByteCount ?? 0) + Facts.Sum(fact => fact.Value.ByteCount)
            + Discoveries.Sum(discovery => discovery.ByteCount);
        return bytes <= RunLimits.PayloadBytesMax
            ? null
            : $"Evidence, facts and discoveries of one attempt may be {RunLimits.PayloadBytesMax} bytes together; "
                + $"these are {bytes}. Put large outputs into a file and name it with its hash.";
    }
}
