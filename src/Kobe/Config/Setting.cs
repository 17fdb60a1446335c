namespace Kobe.Config;

/// <summary>Something that the owner can set, in kobe.yaml, by a variable and partly by an option.</summary>
/// <param name="Name">Its key; a dot leads into a section.</param>
/// <param name="Default">What counts when nobody sets it, as its author would write it.</param>
/// <param name="Legal">A sentence that says what is legal.</param>
/// <param name="About">One line on what it does.</param>
internal abstract record Setting(string Name, string Default, string Legal, string About)
{
    /// <summary>What separates several values where they stand in one text.</summary>
    public const char Separator = ';';

    /// <summary>What the names of Kobe's variables begin with.</summary>
    public const string VariablePrefix = "KOBE_";

    /// <summary>Whether it takes several values.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether it names a secret: somebody may write the value instead, so it is not repeated.</summary>
    public bool IsSecretName { get; init; }

    /// <summary>The environment variable that sets it.</summary>
    public string Variable => VariablePrefix + Name.Replace('.', '_').ToUpperInvariant();
}

/// <summary>A setting whose values have a type.</summary>
internal sealed record Setting<T>(
    string Name, string Default, string Legal, string About, Func<string, Reading<T>> Read)
    : Setting(Name, Default, Legal, About);
