namespace Kobe.Alerts.Channels;

/// <summary>What came of a call over HTTP.</summary>
/// <param name="Status">The status; 0 when there was no answer.</param>
/// <param name="Body">The answer's body; empty when there was none.</param>
/// <param name="Failure">Why there was no answer, in a sentence without secrets; null when there was one.</param>
/// <param name="InDoubt">Whether the request may have been taken although there was no answer.</param>
internal sealed record HttpAnswer(int Status, ReadOnlyMemory<byte> Body, string? Failure = null, bool InDoubt = false)
{
    /// <summary>How long the other side asks to be left alone, by its header; null when it doesn't say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it was done.</summary>
    public bool IsFine => Status is >= 200 and < 300;

    /// <summary>It never left.</summary>
    public static HttpAnswer Unreachable(string why) => new(0, default, why);

    /// <summary>It left, and nobody knows what became of it.</summary>
    public static HttpAnswer Lost(string why) => new(0, default, why, InDoubt: true);
}
