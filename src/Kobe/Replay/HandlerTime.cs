namespace Kobe.Replay;

/// <summary>How long a handler really took in a replay, by the machine's clock.</summary>
/// <param name="Handler">Its name.</param>
/// <param name="Calls">How often it was called.</param>
/// <param name="Real">How long that took in all.</param>
internal sealed record HandlerTime(string Handler, int Calls, TimeSpan Real);
