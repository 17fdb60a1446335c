using Kobe.Config;
using Kobe.Logging;

namespace Kobe.Replay;

/// <summary>The log of a replay: in its state directory and not on the terminal, by the replay's clock.</summary>
internal static class ReplayLog
{
    public static Log Make(KobeConfig config, string state, TimeProvider time, Redaction redaction)
    {
        var settings = config.Log;
        if (settings.File is null)
        {
            return new Log(settings.Level, time, redaction);
        }

        var lines = new LogLines(settings.Format == LogFormat.Json ? LogFormat.Json : LogFormat.Plain, config.Zone);
        return new Log(settings.Level, time, redaction,
            ("file", new FileSink(lines, Path.Combine(state, settings.File), settings.SizeMax, settings.Keep)));
    }
}
