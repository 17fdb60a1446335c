namespace Kobe.Core.Text;

/// <summary>Finds what is wrong with the keys of a mapping and the kind of its values.</summary>
internal static class FieldChecks
{
    /// <summary>Records each unknown and each missing key.</summary>
    public static void Check(YamlMapping mapping, YamlKeys keys, Diagnostics diagnostics)
    {
        foreach (var entry in mapping.Entries)
        {
            if (!Holds(keys.Known, entry.Key.Value))
            {
                diagnostics.Error(entry.Key.Mark, TextCodes.UnknownKey,
                    $"'{ValueHints.Short(entry.Key.Value)}' is not a key of {keys.What}.",
                    KeyHint(entry.Key.Value, keys));
            }
        }

        foreach (var key in keys.Required)
        {
            if (!Holds(mapping, key))
            {
                diagnostics.Error(mapping.Mark, TextCodes.MissingKey, $"{Capital(keys.What)} needs the key '{key}'.",
                    $"Add '{key}: …'.");
            }
        }
    }

    /// <summary>Single values from a list or a value alone; null when there is none or one is wrong.</summary>
    public static IReadOnlyList<YamlScalar>? Scalars(YamlNode node, string key, Diagnostics diagnostics)
    {
        if (node is YamlScalar single)
        {
            return YamlValues.Text(single, key, diagnostics) is null ? null : [single];
        }

        if (node is not YamlSequence sequence)
        {
            RefuseKind(node, $"'{key}'", "a value or a list of values", null, diagnostics);
            return null;
        }

        if (sequence.Items.Count == 0)
        {
            diagnostics.Error(sequence.Mark, TextCodes.EmptyList, $"'{key}' is an empty list.",
                "Put something in, or leave the key out.");
            return null;
        }

        var scalars = new List<YamlScalar>(sequence.Items.Count);
        foreach (var item in sequence.Items)
        {
            if (item is not YamlScalar scalar)
            {
                RefuseKind(item, $"An item of '{key}'", "a single value", null, diagnostics);
            }
            else if (YamlValues.Text(scalar, key, diagnostics) is not null)
            {
                scalars.Add(scalar);
            }
        }

        return scalars.Count == sequence.Items.Count ? scalars : null;
    }

    /// <summary>The items of a list that has at most <paramref name="itemsMax"/> of them.</summary>
    public static IReadOnlyList<YamlNode>? Sequence(YamlNode node, string key, int itemsMax, Diagnostics diagnostics)
    {
        if (node is not YamlSequence sequence)
        {
            RefuseKind(node, $"'{key}'", "a list", "Start each item with '- ' in a line of its own.", diagnostics);
            return null;
        }

        if (sequence.Items.Count > itemsMax)
        {
            diagnostics.Error(sequence.Items[itemsMax].Mark, TextCodes.TooManyItems,
                $"'{key}' has {sequence.Items.Count} items; at most {itemsMax} are read.",
                "Divide it into several files.");
            return null;
        }

        return sequence.Items;
    }

    /// <summary>Records that a node is of another kind than wanted, unless it was refused before.</summary>
    public static void RefuseKind(YamlNode node, string what, string wanted, string? hint, Diagnostics diagnostics)
    {
        var found = node switch
        {
            YamlScalar { Refused: true } => null,
            YamlScalar { IsEmpty: true } => "nothing",
            YamlScalar scalar => $"'{ValueHints.Short(scalar.Value)}'",
            YamlSequence => "a list",
            _ => "keys with values",
        };
        if (found is not null)
        {
            diagnostics.Error(node.Mark, TextCodes.WrongKind, $"{Capital(what)} must be {wanted}, not {found}.", hint);
        }
    }

    private static string KeyHint(string key, YamlKeys keys)
    {
        // In { every:5m } the parser sees one long key.
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Holds(keys.Known, key[..colon])
            ? $"Put a space behind the colon: '{key[..colon]}: {ValueHints.Short(key[(colon + 1)..])}'."
            : ValueHints.OneOf("Its keys are", key, keys.Known);
    }

    private static bool Holds(IReadOnlyList<string> known, string key)
    {
        for (var i = 0; i < known.Count; i++)
        {
            if (string.Equals(known[i], key, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(YamlMapping mapping, string key)
    {
        foreach (var entry in mapping.Entries)
        {
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string Capital(string what) => char.ToUpperInvariant(what[0]) + what[1..];
}
