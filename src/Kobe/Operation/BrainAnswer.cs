namespace Kobe.Operation;

/// <summary>What the brain answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The document.</param>
internal sealed record BrainAnswer(int Status, byte[] Body);
