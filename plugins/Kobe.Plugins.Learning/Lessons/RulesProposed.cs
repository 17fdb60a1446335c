namespace Kobe.Plugins.Learning.Lessons;

/// <summary>The fact <c>rules.proposed</c>.</summary>
/// <param name="Date">The date.</param>
/// <param name="Names">What the rules are about.</param>
internal sealed record RulesProposed(string Date, IReadOnlyList<string> Names);
