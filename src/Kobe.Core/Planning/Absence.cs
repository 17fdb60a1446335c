namespace Kobe.Core.Planning;

/// <summary>Why a row has no occurrence on a date.</summary>
/// <param name="Cause">In one word, for programs.</param>
/// <param name="Reason">In a sentence, for people.</param>
public sealed record Absence(AbsenceCause Cause, string Reason);
