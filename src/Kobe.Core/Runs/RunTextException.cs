namespace Kobe.Core.Runs;

/// <summary>Carries a refusal from the depth of the reader to its door; never leaves this folder.</summary>
internal sealed class RunTextException(string message) : Exception(message);
