namespace Kobe.Plugins.Learning.Training;

/// <summary>Numbers of a model that were tried.</summary>
/// <param name="Horizon">Over how many sessions.</param>
/// <param name="Ridge">What large weights cost.</param>
/// <param name="Skill">By how much it was better than the constant on the dates judged, as a share.</param>
/// <param name="Area">The area under its ROC curve, or null.</param>
internal sealed record Choice(int Horizon, double Ridge, double Skill, double? Area);
