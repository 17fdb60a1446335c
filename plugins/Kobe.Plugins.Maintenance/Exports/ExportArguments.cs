using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Exports;

/// <summary>What is exported, of which date, to where.</summary>
/// <param name="What">What is exported.</param>
/// <param name="Days">How many days before the due time's date.</param>
/// <param name="Folder">The folder, from the state directory.</param>
/// <param name="State">The state directory.</param>
public sealed record ExportArguments(
    [Argument("What is exported.")] ExportKind What = ExportKind.Attempts,
    [Argument("How many days before the due time's date.", Unit = "days")] int Days = 1,
    [Argument("The folder, from the state directory.")] string Folder = "exports",
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
