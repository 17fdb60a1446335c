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
        var console = new ConsoleSink(new(config.Log.Format, config.Zone), Console.OpenStandardError());
        return new(config.Log.Level, time, redaction, [("console", console), .. File(config, state)]);
    }

    /// <summary>The file unless it is off, and not the console: the log of a replay, by the replay's clock.</summary>
    /// <inheritdoc cref="Make"/>
    public static Log MakeQuiet(KobeConfig config, string state, TimeProvider time, Redaction redaction) =>
        new(config.Log.Level, time, redaction, File(config, state));

    private static (string Name, ILogSink Sink)[] File(KobeConfig config, string state)
    {
        var settings = config.Log;
        if (settings.File is null)
        {
            return [];
        }

        var lines = new LogLines(settings.Format == LogFormat.Json ? LogFormat.Json : LogFormat.Plain, config.Zone);
        return [("file", new FileSink(lines, Path.Combine(state, settings.File), settings.SizeMax, settings.Keep))];
    }
}
