namespace Kobe.Desk.Brokers.Paper;

/// <summary>What came of one request: an answer, and what happens to the answer on its way.</summary>
/// <param name="Reply">The answer; null when the request was not taken up at all.</param>
/// <param name="Fault">What the script lets go wrong.</param>
/// <param name="RetryAt">When the next minute's requests are answered (UTC); null when this one was.</param>
internal readonly record struct Served<T>(BrokerReply<T>? Reply, Fault? Fault, DateTimeOffset? RetryAt);
