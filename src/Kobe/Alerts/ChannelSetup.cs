using Kobe.Alerts.Channels;
using Kobe.Brain;
using Kobe.Config;
using Kobe.Logging;
using Kobe.Telegram;

namespace Kobe.Alerts;

/// <summary>Makes the channels that the settings ask for. What is wrong with one costs that one.</summary>
internal sealed class ChannelSetup
{
    // Discord takes 2000 characters, the level in front included; Slack shows 4000 well; Telegram takes 4096.
    private const int DiscordTextMax = 1900;
    private const int UsualTextMax = 3500;
    private const int MachineTextMax = 16_000;

    private readonly AlertConfig _config;
    private readonly Secrets _secrets;
    private readonly TimeZoneInfo _zone;
    private readonly TimeProvider _time;
    private readonly Log _log;
    private readonly List<IAlertChannel> _channels = [];
    private readonly List<string> _faults = [];

    private ChannelSetup(KobeConfig config, Secrets secrets, TimeProvider time, Log log)
    {
        (_config, _secrets, _zone, _time, _log) = (config.Alerts, secrets, config.Zone, time, log);
        AddTelegram();
        foreach (var webhook in _config.Webhooks.Where(webhook => webhook.UrlFrom.Length > 0))
        {
            AddWebhook(webhook);
        }

        if (_config.Command.Count > 0)
        {
            _channels.Add(new CommandChannel(Rules("command", _config.Level, MachineTextMax), _config.Command, time));
        }

        foreach (var fault in _faults)
        {
            log.Warning("alert", fault);
        }
    }

    /// <summary>The channels.</summary>
    public IReadOnlyList<IAlertChannel> Channels => _channels;

    /// <summary>What is wrong with those that are not among them, a sentence each.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The client of Telegram; null when it is not used.</summary>
    public ITelegram? Telegram { get; private set; }

    /// <summary>Whether the settings ask for any channel.</summary>
    public static bool IsAsked(AlertConfig config) => config.Telegram.Chats.Count > 0 || config.Command.Count > 0
        || config.Webhooks.Any(webhook => webhook.UrlFrom.Length > 0);

    /// <summary>Makes them.</summary>
    public static ChannelSetup Make(KobeConfig config, Secrets secrets, TimeProvider time, Log log) =>
        new(config, secrets, time, log);

    /// <summary>The address that a secret holds; null when it is not set or not safe, with a fault.</summary>
    public static Uri? Address(OwnSecret secret, Secrets secrets, out string fault)
    {
        fault = "";
        if (secrets.ValueOf(secret) is not { } text)
        {
            fault = $"{secret.Setting}: {secret.Name} is not set.";
            return null;
        }

        var url = SafeUrl.Read(text);
        fault = url is null ? $"{secret.Setting}: {secret.Name} holds no address that begins with https://." : "";
        return url;
    }

    private void AddTelegram()
    {
        var telegram = _config.Telegram;
        if (telegram.Chats.Count == 0)
        {
            return;
        }

        if (_secrets.ValueOf(new(ChannelSettings.TelegramToken.Name, telegram.TokenFrom)) is not { } token)
        {
            _faults.Add($"telegram.token_from: {telegram.TokenFrom} is not set; nothing is told by Telegram.");
            return;
        }

        Telegram = new TelegramClient(telegram.Api, token, _log.Redaction, _time);
        foreach (var chat in telegram.Chats)
        {
            _channels.Add(new TelegramChannel(
                Rules($"telegram:{chat}", telegram.Level, UsualTextMax), Telegram, chat,
                to => _log.Warning("alert", $"The chat {chat} has become {to}: write that into telegram.chats.")));
        }
    }

    private void AddWebhook(WebhookConfig webhook)
    {
        if (Address(new(webhook.Name + ".url_from", webhook.UrlFrom), _secrets, out var fault) is not { } url)
        {
            _faults.Add(fault);
            return;
        }

        var textMax = webhook.Kind switch
        {
            WebhookKind.Discord => DiscordTextMax,
            WebhookKind.Slack => UsualTextMax,
            _ => MachineTextMax,
        };
        _channels.Add(new WebhookChannel(
            Rules(webhook.Name, webhook.Level, textMax), webhook.Kind, url, new(_log.Redaction, _time)));
    }

    private ChannelRules Rules(string name, AlertLevel level, int textMax) => new()
    {
        Name = name,
        LevelMin = level,
        Quiet = _config.Quiet,
        RepeatAfter = _config.RepeatAfter,
        KeepFor = _config.Keep,
        TextMax = textMax,
        Zone = _zone,
    };
}
