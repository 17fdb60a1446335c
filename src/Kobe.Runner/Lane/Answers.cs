using System.Diagnostics;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Runner.Plugins;

namespace Kobe.Runner.Lane;

/// <summary>Turns a handler's result into an answer, and refuses what the handler never declared.</summary>
internal static class Answers
{
    /// <summary>The answer for a result.</summary>
    public static AttemptAnswer Of(TaskResult? result, HandlerEntry entry, JsonElement arguments) => result switch
    {
        null => new(AttemptEnd.Failed) { Error = "The handler returned null instead of a result." },
        TaskResult.Succeeded succeeded => Of(succeeded, entry, arguments),
        TaskResult.Failed failed => new(AttemptEnd.Failed) { Error = LaneLimits.Cut(failed.Error, LaneLimits.Error) },
        TaskResult.Fatal fatal => new(AttemptEnd.Fatal) { Error = LaneLimits.Cut(fatal.Error, LaneLimits.Error) },
        TaskResult.Snoozed snoozed => new(AttemptEnd.Snoozed)
        {
            Until = snoozed.Until.ToUniversalTime(),
            Reason = LaneLimits.Cut(snoozed.Why, LaneLimits.Error),
        },
        TaskResult.Skipped skipped => new(AttemptEnd.Skipped)
        {
            Reason = LaneLimits.Cut(skipped.Why, LaneLimits.Error),
        },
        _ => throw new UnreachableException(),
    };

    private static AttemptAnswer Of(TaskResult.Succeeded succeeded, HandlerEntry entry, JsonElement arguments)
    {
        var evidence = EvidenceJson.Write(succeeded.Evidence);
        if (evidence?.Length > LaneLimits.Value)
        {
            return Refused($"its evidence has {evidence.Length} characters; {LaneLimits.Value} is the limit");
        }

        if (succeeded.Facts.IsDefaultOrEmpty)
        {
            return new(AttemptEnd.Succeeded) { Evidence = evidence };
        }

        if (succeeded.Facts.Length > LaneLimits.Facts)
        {
            return Refused($"it publishes {succeeded.Facts.Length} facts; {LaneLimits.Facts} is the limit");
        }

        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in succeeded.Facts)
        {
            if (!entry.MayPublish(fact.Name, arguments))
            {
                return Refused($"it publishes {fact.Name}, undeclared: add [Publishes(\"{fact.Name}\")]");
            }

            if (fact.Value.ValueKind == JsonValueKind.Undefined)
            {
                return Refused($"its fact {fact.Name} has no value");
            }

            facts[fact.Name] = fact.Value.GetRawText();
            if (facts[fact.Name].Length > LaneLimits.Value)
            {
                return Refused($"its fact {fact.Name} is longer than {LaneLimits.Value} characters");
            }
        }

        return new(AttemptEnd.Succeeded) { Evidence = evidence, Facts = facts };
    }

    // Fatal: running it again would have the effect again and end the same way.
    private static AttemptAnswer Refused(string why) =>
        new(AttemptEnd.Fatal) { Error = $"The handler's result was refused: {why}." };
}
