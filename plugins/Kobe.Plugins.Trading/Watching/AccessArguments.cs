using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>What is asked of the broker.</summary>
/// <param name="Ask">Which question.</param>
public sealed record AccessArguments(
    [Argument("account, clock, calendar or quotes.")] AccessQuestion Ask = AccessQuestion.Account);
