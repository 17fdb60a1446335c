using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Months;

/// <summary>Which month of the journal is checked.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Back">How many months before the due time's.</param>
/// <param name="State">The state directory.</param>
public sealed record MonthArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("How many months before the due time's.", Unit = "months")] int Back = 1,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
