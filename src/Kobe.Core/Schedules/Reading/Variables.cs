namespace Kobe.Core.Schedules.Reading;

/// <summary>
/// The environment as <c>${NAME}</c> sees it; remembers what was asked for, since it belongs to the content.
/// </summary>
internal sealed class Variables(IReadOnlyDictionary<string, string> environment)
{
    private readonly SortedDictionary<string, string?> _asked = new(StringComparer.Ordinal);

    public string? Find(string name)
    {
        var value = environment.TryGetValue(name, out var found) ? found : null;
        _asked[name] = value;
        return value;
    }

    /// <summary>Each variable that was asked for, by name, as text.</summary>
    public IEnumerable<string> Texts() =>
        _asked.Select(variable => variable.Value is null ? variable.Key : $"{variable.Key}={variable.Value}");
}
