namespace Kobe.Config;

/// <summary>Where settings are looked for.</summary>
/// <param name="File">The file that was named, or null for kobe.yaml, which may be missing.</param>
/// <param name="Environment">The environment's variables.</param>
/// <param name="Options">What was given on the command line.</param>
internal sealed record ConfigSources(
    string? File, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<OptionValue> Options)
{
    /// <summary>The file that counts when none is named.</summary>
    public const string UsualFile = "kobe.yaml";

    /// <summary>The environment of this process.</summary>
    public static IReadOnlyDictionary<string, string> ProcessEnvironment()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in System.Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        return variables;
    }
}
