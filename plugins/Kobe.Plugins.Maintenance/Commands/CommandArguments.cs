using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Commands;

/// <summary>Which check is made.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="What">The check.</param>
/// <param name="Schedule">The schedule directory.</param>
/// <param name="Program">The program's assembly.</param>
/// <param name="State">The state directory.</param>
public sealed record CommandArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("The check.")] CommandKind What = CommandKind.Check,
    [Argument("The schedule directory; the brain's own when it isn't given.")] string? Schedule = null,
    [Argument("The program; kobe.dll beside the runner when it isn't given.")] string? Program = null,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
