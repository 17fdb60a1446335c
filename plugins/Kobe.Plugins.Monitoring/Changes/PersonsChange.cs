namespace Kobe.Plugins.Monitoring.Changes;

/// <summary>One change that somebody made.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Verb">What was asked for.</param>
/// <param name="Subject">Of what.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why, as they said.</param>
internal sealed record PersonsChange(DateTimeOffset At, string Verb, string Subject, string By, string Reason);
