namespace Kobe.Core.Text;

/// <summary>Finds a key that stands twice: by looking at each while they are few, then by a dictionary.</summary>
internal struct KeysSeen(List<YamlEntry> entries)
{
    private const int FewMax = 16;

    private Dictionary<string, int>? _lines;

    /// <summary>The line where the key stood first, or null.</summary>
    public readonly int? LineOf(string key)
    {
        if (_lines is not null)
        {
            return _lines.TryGetValue(key, out var line) ? line : null;
        }

        foreach (var entry in entries)
        {
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
            {
                return entry.Key.Mark.Line;
            }
        }

        return null;
    }

    /// <summary>Remembers a key that is new, before its entry is added to the list.</summary>
    public void Add(YamlScalar key)
    {
        if (_lines is null && entries.Count >= FewMax)
        {
            _lines = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                _lines.Add(entry.Key.Value, entry.Key.Mark.Line);
            }
        }

        _lines?.Add(key.Value, key.Mark.Line);
    }
}
