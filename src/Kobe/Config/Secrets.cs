using Kobe.Files;
using Kobe.Logging;

namespace Kobe.Config;

/// <summary>The secrets' values, read once at the start. Not a record: nothing prints them.</summary>
/// <remarks>
/// A file in <c>$CREDENTIALS_DIRECTORY</c> counts before a variable: the service manager keeps such files from other
/// processes, and variables are inherited.
/// </remarks>
internal sealed class Secrets
{
    /// <summary>The variable by which the service manager names the directory of credentials.</summary>
    public const string DirectoryVariable = "CREDENTIALS_DIRECTORY";

    // The longest that systemd hands over is 1 MiB; tokens and keys are far shorter.
    private const int BytesMax = 64 * 1024;

    // A shorter path is none that keeps anything secret, and may stand in any sentence.
    private const int PathCharsMin = 12;

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<PluginSecret, string> _origins = [];
    private readonly Dictionary<OwnSecret, (string Value, string Origin)> _own = [];

    private Secrets()
    {
    }

    /// <summary>None at all: for replays, which must reach nobody.</summary>
    public static Secrets None => new();

    /// <summary>Values by plugin and name; those that are not set are not in it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values => _values;

    /// <summary>Where a value came from; null when it is not set.</summary>
    public string? OriginOf(PluginSecret secret) => _origins.GetValueOrDefault(secret);

    /// <summary>The value of a secret of the brain's own; null when it is not set.</summary>
    public string? ValueOf(OwnSecret secret) => _own.TryGetValue(secret, out var found) ? found.Value : null;

    /// <summary>Where that value came from; null when it is not set.</summary>
    public string? OriginOf(OwnSecret secret) => _own.TryGetValue(secret, out var found) ? found.Origin : null;

    /// <summary>Reads the values of all secrets that the settings name, and hides them from what is written.</summary>
    /// <param name="config">The settings.</param>
    /// <param name="environment">The environment's variables.</param>
    /// <param name="redaction">Gets each value.</param>
    /// <exception cref="UserError">A credential file can't be read.</exception>
    public static Secrets Read(
        KobeConfig config, IReadOnlyDictionary<string, string> environment, Redaction redaction)
    {
        var secrets = Read(config.Secrets, environment, redaction);
        foreach (var secret in config.Alerts.Secrets())
        {
            if (Find(secret.Name, environment) is { Value.Length: > 0 } found)
            {
                Hide(found.Value, redaction);
                secrets._own[secret] = found;
            }
        }

        return secrets;
    }

    /// <summary>Reads the values of all secrets that plugins ask for, and hides them from what is written.</summary>
    /// <param name="wanted">Which.</param>
    /// <param name="environment">The environment's variables.</param>
    /// <param name="redaction">Gets each value.</param>
    /// <exception cref="UserError">A credential file can't be read.</exception>
    public static Secrets Read(
        IReadOnlyList<PluginSecret> wanted, IReadOnlyDictionary<string, string> environment, Redaction redaction)
    {
        var secrets = new Secrets();
        foreach (var plugin in wanted.GroupBy(secret => secret.Plugin, StringComparer.Ordinal))
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var secret in plugin)
            {
                if (Find(secret.Name, environment) is { } found)
                {
                    redaction.Hide(found.Value);
                    values[secret.Name] = found.Value;
                    secrets._origins[secret] = found.Origin;
                }
            }

            secrets._values[plugin.Key] = values;
        }

        return secrets;
    }

    // What follows the host of an address is what makes it secret; others may print that part alone.
    private static void Hide(string value, Redaction redaction)
    {
        redaction.Hide(value);
        if (Uri.TryCreate(value, UriKind.Absolute, out var url) && url.PathAndQuery.Length > PathCharsMin)
        {
            redaction.Hide(url.PathAndQuery);
        }
    }

    private static (string Value, string Origin)? Find(string name, IReadOnlyDictionary<string, string> environment)
    {
        if (environment.GetValueOrDefault(DirectoryVariable) is { Length: > 0 } directory
            && Path.Combine(directory, name) is var path && File.Exists(path))
        {
            return (ReadFile(path), $"credential {name}");
        }

        return environment.GetValueOrDefault(name) is { Length: > 0 } value ? (value, $"environment {name}") : null;
    }

    private static string ReadFile(string path)
    {
        try
        {
            return new FileInfo(path).Length <= BytesMax
                ? File.ReadAllText(path).TrimEnd('\r', '\n')
                : throw new UserError($"The credential {path} is longer than {SizeText.Format(BytesMax)}.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"The credential {path} can't be read: {error.Message}");
        }
    }
}
