using Kobe.Logging;

namespace Kobe.Config;

/// <summary>How the brain logs.</summary>
/// <param name="Level">The least important lines that are logged.</param>
/// <param name="Format">What lines on the console look like.</param>
/// <param name="File">The log file, from the state directory; null for none.</param>
/// <param name="SizeMax">The size in bytes at which it is put aside.</param>
/// <param name="Keep">How many that were put aside are kept.</param>
internal sealed record LogSettings(LogLevel Level, LogFormat Format, string? File, long SizeMax, int Keep);
