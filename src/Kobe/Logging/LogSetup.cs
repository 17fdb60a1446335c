using Kobe.Config;

namespace Kobe.Logging;

/// <summary>Makes the log that the settings ask for.</summary>
internal static class LogSetup
{
    /// <summary>The console, and the file unless it is off.</summary>
    /// <param name="config">The settings.</param>
    /// <param name="state">The state directory, from which a relative log file is meant.</param>
    /// <param name="time">The clock.</param>
    /// <param name="redaction">What is taken out of every line.</param>
    public static Log Make(KobeConfig config, string state, TimeProvider time, Redaction redaction)
    {
        var settings = config.Log;
        var console = new ConsoleSink(new(settings.Format, config.Zone), Console.OpenStandardError());
        if (settings.File is null)
        {
            return new Log(settings.Level, time, redaction, ("console", console));
        }

        var lines = new LogLines(
            settings.Format == LogFormat.Json ? LogFormat.Json : LogFormat.Plain, config.Zone);
        var file = new FileSink(lines, Path.Combine(state, settings.File), settings.SizeMax, settings.Keep);
        return new Log(settings.Level, time, redaction, ("console", console), ("file", file));
    }
}
