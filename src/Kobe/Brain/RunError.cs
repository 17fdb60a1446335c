namespace Kobe.Brain;

/// <summary>What an attempt failed with.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Error">What went wrong, as the handler or the brain said it.</param>
/// <param name="At">When, UTC.</param>
internal sealed record RunError(string Key, string Error, DateTimeOffset At);
