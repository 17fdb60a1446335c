using Kobe.Core.Text;

namespace Kobe.Config;

/// <summary>Types the values of settings: the strongest that was given counts, and all of them must be legal.</summary>
/// <param name="layers">What was given, by setting name; the weakest layer first.</param>
/// <param name="diagnostics">Gets every error.</param>
internal sealed class ConfigReader(
    IReadOnlyList<IReadOnlyDictionary<string, GivenValue>> layers, Diagnostics diagnostics)
{
    private readonly List<EffectiveValue> _values = [];

    /// <summary>What counts, in the order of the questions.</summary>
    public IReadOnlyList<EffectiveValue> Values => _values;

    /// <summary>The value that counts; meaningless after an error.</summary>
    public T Read<T>(Setting<T> setting)
    {
        var value = setting.Read(setting.Default).Value;
        var effective = new EffectiveValue(
            setting, setting.Default, new(setting.Name, 1, 1), EffectiveValue.DefaultOrigin);
        foreach (var layer in layers)
        {
            if (!layer.TryGetValue(setting.Name, out var given))
            {
                continue;
            }

            var reading = setting.Read(given.Text);
            if (reading.Problem is { } problem)
            {
                var text = setting.IsSecretName ? "something" : $"'{given.Text}'";
                diagnostics.Error(
                    given.Mark, reading.Code!, $"'{setting.Name}' is {text}, {problem}.", setting.Legal);
                continue;
            }

            value = reading.Value;
            effective = new(setting, given.Text, given.Mark, given.Origin);
        }

        _values.Add(effective);
        return value!;
    }

    /// <summary>Where a setting's value came from.</summary>
    public Mark MarkOf(Setting setting) => _values.First(value => value.Setting == setting).Mark;
}
