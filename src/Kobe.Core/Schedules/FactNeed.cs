using Kobe.Core.Text;

namespace Kobe.Core.Schedules;

/// <summary>A fact that must be there before a row may start.</summary>
/// <param name="Fact">The fact's name.</param>
/// <param name="Age">It must be younger than this; null means any age.</param>
public sealed record FactNeed(string Fact, TimeSpan? Age)
{
    /// <summary>As the schedule writes it: <c>bars.daily &lt; 20h</c>.</summary>
    public override string ToString() => Age is { } age ? $"{Fact} < {DurationText.Format(age)}" : Fact;
}
