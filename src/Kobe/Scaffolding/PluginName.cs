using Kobe.Files;

namespace Kobe.Scaffolding;

/// <summary>A new plugin's name, and the names that follow from it.</summary>
/// <param name="Text">The folder's, the project's and the assembly's name.</param>
internal sealed record PluginName(string Text)
{
    // The handler's name has 64 characters at most, and .sample comes behind.
    private const int LengthMax = 50;

    /// <summary>The handler's name.</summary>
    public string Handler => Text.ToLowerInvariant() + ".sample";

    /// <summary>The fact that the handler publishes.</summary>
    public string Fact => Text.ToLowerInvariant() + ".said";

    /// <summary>The row's id.</summary>
    public string Task => Text.ToLowerInvariant().Replace('.', '-') + "-sample";

    /// <summary>Checks a name.</summary>
    /// <exception cref="UserError">It can't be one; the message says what can.</exception>
    public static PluginName Of(string text)
    {
        var isGood = text.Length <= LengthMax && text.Split('.').All(part =>
            part.Length > 0 && char.IsAsciiLetter(part[0]) && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
        return isGood
            ? new(text)
            : throw new UserError($"'{text}' can't be a plugin's name: write letters, digits and '_', a letter first, "
                + $"in parts divided by dots, at most {LengthMax} characters, such as Prices or Acme.Prices.");
    }
}
