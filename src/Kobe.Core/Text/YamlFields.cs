namespace Kobe.Core.Text;

/// <summary>A mapping whose keys are known: typed values by key, and every error recorded where it stands.</summary>
/// <remarks>
/// A getter answers null when the key is absent, and when its value is wrong; then an error is recorded at the value.
/// So read everything first, and look at <see cref="Diagnostics.HasErrors"/> once, at the end.
/// </remarks>
public sealed class YamlFields
{
    private readonly YamlMapping _mapping;
    private readonly Diagnostics _diagnostics;

    private YamlFields(YamlMapping mapping, Diagnostics diagnostics)
    {
        _mapping = mapping;
        _diagnostics = diagnostics;
    }

    /// <summary>Where the mapping starts.</summary>
    public Mark Mark => _mapping.Mark;

    /// <summary>Its entries in the order of the file.</summary>
    public IReadOnlyList<YamlEntry> Entries => _mapping.Entries;

    /// <summary>Checks the keys of a mapping.</summary>
    /// <param name="node">What should be the mapping.</param>
    /// <param name="keys">The keys that it may and must have.</param>
    /// <param name="diagnostics">Gets an error for each unknown and each missing key, and those of the getters.</param>
    /// <returns>The mapping, also when keys are wrong; null when it is none, with an error.</returns>
    public static YamlFields? Of(YamlNode node, YamlKeys keys, Diagnostics diagnostics)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (node is YamlMapping mapping)
        {
            var fields = new YamlFields(mapping, diagnostics);
            FieldChecks.Check(mapping, keys, diagnostics);
            return fields;
        }

        FieldChecks.RefuseKind(node, keys.What, "keys with values", $"Its keys are: {keys.Listed}.", diagnostics);
        return null;
    }

    /// <summary>True when the key stands in the file, whatever its value.</summary>
    /// <param name="key">The key.</param>
    /// <returns>False when it is absent.</returns>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Where the key's value starts.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value's mark; the mapping's when the key is absent.</returns>
    public Mark MarkOf(string key) => Find(key)?.Value.Mark ?? Mark;

    /// <summary>The value as it is.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Null when the key is absent or its value was refused by the reader.</returns>
    public YamlNode? Node(string key)
    {
        var value = Find(key)?.Value;
        return value is YamlScalar { Refused: true } ? null : value;
    }

    /// <summary>A single value, not yet typed.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, which may be empty; or null.</returns>
    public YamlScalar? Scalar(string key)
    {
        var node = Node(key);
        if (node is null or YamlScalar)
        {
            return (YamlScalar?)node;
        }

        FieldChecks.RefuseKind(node, $"'{key}'", "a single value", null, _diagnostics);
        return null;
    }

    /// <summary>Any text that is not empty.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The text, or null.</returns>
    public string? Text(string key) => Scalar(key) is { } value ? YamlValues.Text(value, key, _diagnostics) : null;

    /// <summary><c>true</c> or <c>false</c>, nothing else.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The switch, or null.</returns>
    public bool? Bool(string key) => Scalar(key) is { } value ? YamlValues.Bool(value, key, _diagnostics) : null;

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="min">The least that is legal.</param>
    /// <param name="max">The greatest that is legal.</param>
    /// <returns>The number, or null.</returns>
    public int? Number(string key, int min, int max) =>
        Scalar(key) is { } value ? YamlValues.Number(value, key, _diagnostics, min, max) : null;

    /// <summary>A time of day, strictly <c>HH:mm</c>.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The time, or null.</returns>
    public TimeOnly? Time(string key) => Scalar(key) is { } value ? YamlValues.Time(value, key, _diagnostics) : null;

    /// <summary>A day that exists, strictly <c>yyyy-MM-dd</c>.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The day, or null.</returns>
    public DateOnly? Date(string key) => Scalar(key) is { } value ? YamlValues.Date(value, key, _diagnostics) : null;

    /// <summary>A duration such as <c>1h30m</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="min">The shortest that is legal; default zero.</param>
    /// <param name="max">The longest that is legal; default <see cref="DurationText.Max"/>.</param>
    /// <returns>The duration, or null.</returns>
    public TimeSpan? Duration(string key, TimeSpan? min = null, TimeSpan? max = null) =>
        Scalar(key) is { } value ? YamlValues.Duration(value, key, _diagnostics, min, max) : null;

    /// <summary>One of an enum's names; see <see cref="YamlValues.Choice"/>.</summary>
    /// <typeparam name="T">An enum whose members all have different values.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The member, or null.</returns>
    public T? Choice<T>(string key)
        where T : struct, Enum =>
        Scalar(key) is { } value ? YamlValues.Choice<T>(value, key, _diagnostics) : null;

    /// <summary>A list of single values; one value alone is a list of one. An empty list is an error.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The values, not yet typed, none of them empty; null when absent or when any is wrong.</returns>
    public IReadOnlyList<YamlScalar>? Scalars(string key) =>
        Node(key) is { } node ? FieldChecks.Scalars(node, key, _diagnostics) : null;

    /// <summary>A list of an enum's names; one name alone is a list of one. An empty list is an error.</summary>
    /// <typeparam name="T">An enum whose members all have different values.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The members in the order of the file; null when absent or when any is wrong.</returns>
    public IReadOnlyList<T>? Choices<T>(string key)
        where T : struct, Enum
    {
        if (Scalars(key) is not { } scalars)
        {
            return null;
        }

        var members = new List<T>(scalars.Count);
        foreach (var scalar in scalars)
        {
            if (YamlValues.Choice<T>(scalar, key, _diagnostics) is { } member)
            {
                members.Add(member);
            }
        }

        return members.Count == scalars.Count ? members : null;
    }

    /// <summary>A mapping within the mapping.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keys">The keys that the inner one may and must have.</param>
    /// <returns>The inner mapping, or null.</returns>
    public YamlFields? Fields(string key, YamlKeys keys) => Node(key) is { } node ? Of(node, keys, _diagnostics) : null;

    /// <summary>A list of mappings. It may be empty.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keys">The keys that each may and must have.</param>
    /// <param name="rowsMax">How many are legal.</param>
    /// <returns>Those that are mappings, in the order of the file; null when absent, no list or too many.</returns>
    public IReadOnlyList<YamlFields>? Rows(string key, YamlKeys keys, int rowsMax = int.MaxValue)
    {
        if (Node(key) is not { } node || FieldChecks.Sequence(node, key, rowsMax, _diagnostics) is not { } items)
        {
            return null;
        }

        var rows = new List<YamlFields>(items.Count);
        foreach (var item in items)
        {
            if (Of(item, keys, _diagnostics) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private YamlEntry? Find(string key)
    {
        foreach (var entry in _mapping.Entries)
        {
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }
}
