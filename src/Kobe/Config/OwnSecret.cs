namespace Kobe.Config;

/// <summary>A secret that the brain itself uses: a name here, never a value.</summary>
/// <param name="Setting">The setting that names it.</param>
/// <param name="Name">The variable's, or credential file's, name.</param>
internal sealed record OwnSecret(string Setting, string Name);
