using Kobe.Contracts;

namespace Kobe.Plugins.Research.Upkeep;

/// <summary>From when on a symbol is gone.</summary>
/// <param name="Sessions">Sessions without a bar.</param>
public sealed record DelistedArguments(
    [Argument("So many sessions without a bar, while others have them, and a symbol is gone.")] int Sessions = 20);
