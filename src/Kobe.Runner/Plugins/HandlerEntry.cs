using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Catalogues;

namespace Kobe.Runner.Plugins;

/// <summary>A handler, ready to be made for an attempt.</summary>
/// <param name="Record">What the catalogue says about it.</param>
/// <param name="Make">Calls its constructor.</param>
/// <param name="Arguments">Fills its arguments record; null when it takes none.</param>
internal sealed record HandlerEntry(HandlerRecord Record, Func<ITaskHandler> Make, ArgumentBinder? Arguments)
{
    /// <summary>Whether a fact is among those that it declared, or that the row's arguments name.</summary>
    public bool MayPublish(string fact, JsonElement arguments) => Record.Facts.Contains(fact)
        || Record.Arguments.Any(argument => argument.NamesFacts
            && arguments.ValueKind == JsonValueKind.Object
            && arguments.TryGetProperty(argument.Name, out var named) && Names(named, fact));

    private static bool Names(JsonElement named, string fact) => named.ValueKind switch
    {
        JsonValueKind.String => named.ValueEquals(fact),
        JsonValueKind.Array => named.EnumerateArray().Any(
            name => name.ValueKind == JsonValueKind.String && name.ValueEquals(fact)),
        _ => false,
    };
}
