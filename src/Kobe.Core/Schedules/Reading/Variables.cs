namespace Kobe.Core.Schedules.Reading;

/// <summary>
/// The environment as <c>${NAME}</c> sees it; remembers what was asked for, since it belongs to the content.
/// </summary>
internal sealed class Variables(IReadOnlyDictionary<string, string> environment)
{
    private readonly Dictionary<string, string?> _asked = new(StringComparer.Ordinal);

    public string? Find(string name)
    {
        var value = environment.TryGetValue(name, out var found) ? found : null;
        _asked[name] = value;
        return value;
    }

    /// <summary>Each variable that was asked for, by name, as text.</summary>
    public List<string> Texts()
    {
        var names = new List<string>(_asked.Keys);
        names.Sort(StringComparer.Ordinal);
        return names.ConvertAll(name => _asked[name] is { } value ? $"{name}={value}" : name);
    }
}
