namespace Kobe.Config;

/// <summary>The name of an environment variable that runners may see.</summary>
internal static class VariableName
{
    public const string Legal = "Write names such as HTTPS_PROXY; what is secret is granted by "
        + "plugins.NAME.secrets, and variables of Kobe and of the runtime are not handed on.";

    // What is named like a secret would be in the environment of everything that a plugin starts.
    private static readonly string[] SecretWords = ["KEY", "SECRET", "TOKEN", "PASSWORD"];

    public static Reading<string> Read(string text)
    {
        var isName = text.Length is > 0 and <= 128 && !char.IsAsciiDigit(text[0])
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        return !isName ? Reading<string>.Bad("no name of a variable")
            : text.StartsWith(Setting.VariablePrefix, StringComparison.Ordinal) ? Reading<string>.Bad("Kobe's own")
            : text.StartsWith("DOTNET_", StringComparison.Ordinal) ? Reading<string>.Bad("the runtime's own")
            : Array.Exists(SecretWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
                ? Reading<string>.Bad("named like a secret")
            : Reading<string>.Of(text);
    }
}
