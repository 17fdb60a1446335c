using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Growth;

/// <summary>Which folder, and how large it may get.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Folder">The folder, from the state directory; empty for all of it.</param>
/// <param name="Pattern">The names of the files that count.</param>
/// <param name="LimitMb">How much its files may take.</param>
/// <param name="FilesMax">How many files there may be.</param>
/// <param name="Week">How much it may grow in a week.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record GrowthArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("The folder, from the state directory; empty for all of it.")] string Folder = "",
    [Argument("The names of the files that count.")] string Pattern = "*",
    [Argument("How much its files may take.", Unit = "MB")] double LimitMb = 1000,
    [Argument("How many files there may be.", Unit = "files")] int FilesMax = 10_000,
    [Argument("How much it may grow in a week.", Unit = "%")] double Week = 100,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
