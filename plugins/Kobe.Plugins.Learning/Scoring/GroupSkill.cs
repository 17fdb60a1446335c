namespace Kobe.Plugins.Learning.Scoring;

/// <summary>How a model did on some rows.</summary>
/// <param name="Name">What the rows have in common.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Skill">By how much it was better than the constant, as a share; negative when it was worse.</param>
internal sealed record GroupSkill(string Name, int Rows, double Skill);
