using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>How long no entry is made.</summary>
/// <param name="Minutes">From now.</param>
public sealed record EventWindowArguments(
    [Argument("For how long no entry is made, from the due time on.", Unit = "minutes")] int Minutes = 55);
