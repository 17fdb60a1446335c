using System.Text.Json;

namespace Kobe.Contracts;

/// <summary>A fact as it was published.</summary>
/// <param name="Name">The fact's name.</param>
/// <param name="Value">Its value.</param>
/// <param name="At">When its task ended (UTC).</param>
/// <param name="By">The key of the occurrence that published it.</param>
public sealed record PublishedFact(string Name, JsonElement Value, DateTimeOffset At, string By)
{
    /// <summary>The value as a type of the reader's own.</summary>
    /// <typeparam name="T">The type; properties are read from snake_case.</typeparam>
    /// <returns>Null when the value is JSON null.</returns>
    /// <exception cref="JsonException">The value doesn't fit the type.</exception>
    public T? As<T>() => Value.Deserialize<T>(FactJson.Options);

    /// <summary>How old the fact is.</summary>
    /// <param name="now">The time to measure at.</param>
    /// <returns>Never negative: a fact of the future counts as new.</returns>
    public TimeSpan Age(DateTimeOffset now) => now > At ? now - At : TimeSpan.Zero;
}
