namespace Kobe.Plugins.Monitoring.Integrity;

/// <summary>The fact <c>state.integrity</c>.</summary>
/// <param name="Files">How many files were looked at.</param>
/// <param name="Lines">How many journal lines were read and found whole.</param>
/// <param name="Problems">How many problems there were: 0, for anything else is a failure.</param>
internal sealed record StateIntegrity(long Files, long Lines, int Problems);
