namespace Kobe.Plugins.Maintenance.ConfigSnapshots;

/// <summary>One file of a picture.</summary>
/// <param name="Sha256">The hash of its content, 64 lower-case hex digits.</param>
/// <param name="Text">Its text; null where only the hash is kept.</param>
internal sealed record KeptFile(string Sha256, string? Text);
