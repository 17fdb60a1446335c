using Kobe.Alerts.Channels;
using Kobe.CommandLine;
using Kobe.Core.Markets;
using Kobe.Core.Text;
using Kobe.Files;

namespace Kobe.Config;

/// <summary>Loads the settings: kobe.yaml, then the environment, then options; the later one wins.</summary>
internal static class ConfigLoader
{
    // One byte past the reader's own limit, so that it is the reader that refuses a larger file, with its place.
    private const int BytesMax = (1024 * 1024) + 1;

    /// <summary>The settings in force, or a refusal that lists every error.</summary>
    /// <exception cref="UserError">The file that was named is missing, or a value is wrong.</exception>
    public static KobeConfig Load(ConfigSources sources, IZones zones)
    {
        var diagnostics = new Diagnostics();
        return Load(sources, zones, diagnostics) ?? throw new UserError(DiagnosticLines.Of(diagnostics));
    }

    /// <summary>The settings in force; null when there are errors.</summary>
    /// <param name="sources">Where to look.</param>
    /// <param name="zones">The machine's zones.</param>
    /// <param name="diagnostics">Gets every error and warning.</param>
    public static KobeConfig? Load(ConfigSources sources, IZones zones, Diagnostics diagnostics)
    {
        var file = ReadFile(sources, diagnostics);
        var reader = new ConfigReader(
            [file.Values, OfEnvironment(sources.Environment, diagnostics), OfOptions(sources.Options)], diagnostics);
        var zone = reader.Read(Settings.Zone);
        var config = new KobeConfig
        {
            Zone = zones.Find(zone) ?? Unknown(zone, reader.MarkOf(Settings.Zone), zones, diagnostics),
            Web = new(reader.Read(Settings.Urls), reader.Read(Settings.AllowRemote), reader.Read(Settings.Hosts)),
            Drain = reader.Read(Settings.Drain),
            KillGrace = reader.Read(Settings.KillGrace),
            PreemptGrace = reader.Read(Settings.PreemptGrace),
            Heartbeat = reader.Read(Settings.Heartbeat),
            Isolation = reader.Read(Settings.IsolationOf),
            TimeoutMax = reader.Read(Settings.TimeoutMax),
            CatchUpPerMinute = reader.Read(Settings.CatchUpPerMinute),
            RunnerMemory = reader.Read(Settings.RunnerMemory),
            RunnerRecycle = reader.Read(Settings.RunnerRecycle),
            RunnerOutput = reader.Read(Settings.RunnerOutput),
            RunnerEnvironment = reader.Read(Settings.RunnerEnvironment),
            RunnerDirectory = reader.Read(Settings.RunnerDirectory) is { Length: > 0 } directory ? directory : null,
            Plugins = file.Plugins,
            JournalDays = reader.Read(Settings.JournalDays),
            Log = new(reader.Read(Settings.LevelOf), reader.Read(Settings.FormatOf),
                reader.Read(Settings.LogFile) is var path && path == "off" ? null : path,
                reader.Read(Settings.LogSize), reader.Read(Settings.LogKeep)),
            OnStart = reader.Read(Settings.OnStart),
            OnStartSkip = reader.Read(Settings.OnStartSkip),
            AwaitedPlugins = reader.Read(Settings.AwaitedPlugins),
            Desk = Desk(reader),
            Alerts = Alerts(reader, zone, zones),
            Otlp = Otlp(reader),
            Secrets = file.Secrets,
            Values = reader.Values,
        };
        if (!diagnostics.HasErrors)
        {
            RefuseRemote(config, reader.MarkOf(Settings.Urls), diagnostics);
        }

        return diagnostics.HasErrors ? null : config;
    }

    private static OtlpConfig? Otlp(ConfigReader reader)
    {
        var (endpoint, every) = (reader.Read(OtlpSettings.Endpoint), reader.Read(OtlpSettings.Every));
        return endpoint is null ? null : new(endpoint, every);
    }

    private static DeskConfig Desk(ConfigReader reader) => new()
    {
        Mode = reader.Read(DeskSettings.Mode)!,
        Source = reader.Read(DeskSettings.Source)!,
        Seed = reader.Read(DeskSettings.Seed),
        Symbols = reader.Read(DeskSettings.Symbols)!,
        Cash = reader.Read(DeskSettings.Cash),
        Limits = DeskSettings.Limits.ToDictionary(DeskSettings.NameOf, limit => reader.Read(limit)),
    };

    private static AlertConfig Alerts(ConfigReader reader, string zone, IZones zones)
    {
        var usual = reader.Read(ChannelSettings.Level);
        var hours = reader.Read(ChannelSettings.QuietHours);
        return new()
        {
            Level = usual,
            Quiet = hours is var (from, to) ? new(from, to, zones.Find(zone) ?? TimeZoneInfo.Utc) : null,
            RepeatAfter = reader.Read(ChannelSettings.RepeatAfter),
            Keep = reader.Read(ChannelSettings.Keep),
            Command = reader.Read(ChannelSettings.Command),
            PingFrom = reader.Read(ChannelSettings.PingFrom),
            PingEvery = reader.Read(ChannelSettings.PingEvery),
            Telegram = new(
                reader.Read(ChannelSettings.TelegramToken), reader.Read(ChannelSettings.TelegramChats),
                reader.Read(ChannelSettings.TelegramUsers), reader.Read(ChannelSettings.TelegramLevel) ?? usual,
                reader.Read(ChannelSettings.TelegramApi)),
            Webhooks =
            [
                new("webhook", WebhookKind.Generic, reader.Read(ChannelSettings.WebhookUrl),
                    reader.Read(ChannelSettings.WebhookLevel) ?? usual),
                new("slack", WebhookKind.Slack, reader.Read(ChannelSettings.SlackUrl),
                    reader.Read(ChannelSettings.SlackLevel) ?? usual),
                new("discord", WebhookKind.Discord, reader.Read(ChannelSettings.DiscordUrl),
                    reader.Read(ChannelSettings.DiscordLevel) ?? usual),
            ],
        };
    }

    private static ConfigFile ReadFile(ConfigSources sources, Diagnostics diagnostics)
    {
        var path = sources.File ?? ConfigSources.UsualFile;
        if (!File.Exists(path))
        {
            return sources.File is null
                ? ConfigFile.Empty
                : throw new UserError($"The configuration '{path}' is missing. Name one with --config FILE.");
        }

        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[BytesMax];
            var length = stream.ReadAtLeast(bytes, BytesMax, throwOnEndOfStream: false);
            return ConfigFile.Read(path, bytes.AsSpan(0, length), sources.Environment.GetValueOrDefault, diagnostics);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} can't be read: {error.Message}");
        }
    }

    private static Dictionary<string, GivenValue> OfEnvironment(
        IReadOnlyDictionary<string, string> environment, Diagnostics diagnostics)
    {
        var values = new Dictionary<string, GivenValue>(StringComparer.Ordinal);
        var known = Settings.All.ToDictionary(setting => setting.Variable, StringComparer.Ordinal);
        foreach (var (name, text) in environment.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (known.TryGetValue(name, out var setting))
            {
                if (text.Length == 0)
                {
                    continue; // As good as not set: that is how compose files pass on what their user left out.
                }

                var origin = "environment " + name;
                values[setting.Name] = new(text, new(origin, 1, 1), origin);
            }
            else if (name.StartsWith(Setting.VariablePrefix, StringComparison.Ordinal)
                && DidYouMean.Nearest(name, known.Keys) is { } near)
            {
                // Not an error: other programs around Kobe may have variables of their own.
                diagnostics.Warning(new("environment " + name, 1, 1), ConfigCodes.UnknownVariable,
                    $"The variable {name} sets nothing.", $"Did you mean {near}?");
            }
        }

        return values;
    }

    private static Dictionary<string, GivenValue> OfOptions(IReadOnlyList<OptionValue> options) =>
        options.ToDictionary(
            option => option.Setting,
            option => new GivenValue(option.Text, new($"option {option.Option}", 1, 1), $"option {option.Option}"),
            StringComparer.Ordinal);

    private static TimeZoneInfo Unknown(string id, Mark mark, IZones zones, Diagnostics diagnostics)
    {
        var near = DidYouMean.Nearest(id, zones.Ids());
        diagnostics.Error(mark, ConfigCodes.UnknownZone, $"This machine knows no zone '{id}'.",
            near is null ? Settings.Zone.Legal : $"Did you mean {near}?");
        return TimeZoneInfo.Utc;
    }

    private static void RefuseRemote(KobeConfig config, Mark mark, Diagnostics diagnostics)
    {
        foreach (var url in config.Web.Urls.Where(url => url.IsRemote && !config.Web.AllowRemote))
        {
            diagnostics.Error(mark, ConfigCodes.RemoteRefused,
                $"Other machines could reach {url}, and allow_remote is false.",
                "Use 127.0.0.1, or set allow_remote: true if that is meant; a token is needed all the same.");
        }
    }
}
