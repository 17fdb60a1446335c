using System.Text.Json;

namespace Kobe.Contracts;

/// <summary>A small named value that a handler publishes with its result.</summary>
/// <param name="Name">The fact's name; the handler declares it with <see cref="PublishesAttribute"/>.</param>
/// <param name="Value">Any JSON value, at most 64 KiB as text.</param>
public sealed record Fact(string Name, JsonElement Value)
{
    /// <summary>Makes a fact of any value that JSON can carry.</summary>
    /// <typeparam name="T">The value's type; properties are written in snake_case.</typeparam>
    /// <param name="name">The fact's name.</param>
    /// <param name="value">The value.</param>
    /// <returns>The fact.</returns>
    public static Fact Of<T>(string name, T value) =>
        new(name, JsonSerializer.SerializeToElement(value, FactJson.Options));
}
