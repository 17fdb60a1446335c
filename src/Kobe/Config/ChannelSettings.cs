using System.Globalization;
using Kobe.Brain;

namespace Kobe.Config;

/// <summary>The settings of alerts and their channels, in the order in which people should read them.</summary>
internal static class ChannelSettings
{
    private const string Names = "Write notice, warning or critical";

    public static readonly Setting<AlertLevel> Level = new("alerts.level", "warning", Names + ".",
        "The least urgent alert that is told; the log has all", ValueReaders.OneOf(Levels()));

    public static readonly Setting<(TimeOnly From, TimeOnly To)?> QuietHours = new("alerts.quiet_hours", "",
        "Write two times such as 22:00-07:00, or nothing.",
        "When only critical alerts are told, in the zone; the others come together at the end", ReadHours);

    public static readonly Setting<TimeSpan> RepeatAfter = Settings.Duration("alerts.repeat_after", "30m",
        TimeSpan.Zero, TimeSpan.FromDays(1), "How long the same is not told again; then once, with how often it was");

    public static readonly Setting<TimeSpan> Keep = Settings.Duration("alerts.keep", "1d", TimeSpan.FromMinutes(1),
        TimeSpan.FromDays(30), "How long it is tried to tell an alert before it goes to alerts/dead.jsonl");

    public static readonly Setting<IReadOnlyList<string>> Command = new("alerts.command", "",
        "Write a program and its arguments.",
        "A program that is told: the message is JSON on its input, exit code 0 means taken",
        ValueReaders.ListOf(ValueReaders.Text))
    { IsList = true };

    public static readonly Setting<string> PingFrom = SecretName("alerts.ping_from", "",
        "The secret with the address that is called while work moves: an external dead-man's switch");

    public static readonly Setting<TimeSpan> PingEvery = Settings.Duration("alerts.ping_every", "1m",
        TimeSpan.FromSeconds(10), TimeSpan.FromHours(1), "How often it is called at most");

    public static readonly Setting<string> TelegramToken = SecretName("telegram.token_from", "TELEGRAM_BOT_TOKEN",
        "The secret with the bot's token");

    public static readonly Setting<IReadOnlyList<long>> TelegramChats = new("telegram.chats", "",
        "Write ids of chats; those of groups are negative.",
        "The chats that alerts go to, and that commands may come from", ValueReaders.ListOf(ReadId))
    { IsList = true };

    public static readonly Setting<IReadOnlyList<long>> TelegramUsers = new("telegram.users", "",
        "Write ids of users.", "Who may give commands, in one of the chats; nobody when empty",
        ValueReaders.ListOf(ReadId))
    { IsList = true };

    public static readonly Setting<AlertLevel?> TelegramLevel = LevelOf("telegram");

    public static readonly Setting<string> TelegramApi = new("telegram.api", Telegram.TelegramClient.UsualAddress,
        "Write https://HOST, or http://127.0.0.1:PORT.", "Where the Bot API answers", ReadApi);

    public static readonly Setting<string> WebhookUrl = UrlFrom("webhook", "a webhook that takes Kobe's own JSON");

    public static readonly Setting<AlertLevel?> WebhookLevel = LevelOf("webhook");

    public static readonly Setting<string> SlackUrl = UrlFrom("slack", "a webhook of Slack");

    public static readonly Setting<AlertLevel?> SlackLevel = LevelOf("slack");

    public static readonly Setting<string> DiscordUrl = UrlFrom("discord", "a webhook of Discord");

    public static readonly Setting<AlertLevel?> DiscordLevel = LevelOf("discord");

    public static readonly IReadOnlyList<Setting> All =
    [
        Level, QuietHours, RepeatAfter, Keep, Command, PingFrom, PingEvery, TelegramToken, TelegramChats,
        TelegramUsers, TelegramLevel, TelegramApi, WebhookUrl, WebhookLevel, SlackUrl, SlackLevel, DiscordUrl,
        DiscordLevel,
    ];

    private static Setting<string> UrlFrom(string section, string what) =>
        SecretName(section + ".url_from", "", $"The secret with the address of {what}");

    private static Setting<string> SecretName(string name, string usual, string about) => new(name, usual,
        "Write a name such as ALERT_URL and keep the value in the environment or in $CREDENTIALS_DIRECTORY.", about,
        text => text.Length == 0 || PluginSecret.IsVariable(text)
            ? Reading<string>.Of(text)
            : new(null, ConfigCodes.BadSecretName, "not the name of a secret"))
    { IsSecretName = true };

    private static Setting<AlertLevel?> LevelOf(string section) => new(section + ".level", "usual",
        Names + ", or usual for what alerts.level says.", "The least urgent alert that it tells",
        text => text.Equals("usual", StringComparison.OrdinalIgnoreCase) ? Reading<AlertLevel?>.Of(null)
            : ValueReaders.OneOf(Levels())(text) is { Problem: null } known ? Reading<AlertLevel?>.Of(known.Value)
            : Reading<AlertLevel?>.Bad("not one of its names"));

    private static (string Name, AlertLevel Value)[] Levels() =>
        [("notice", AlertLevel.Notice), ("warning", AlertLevel.Warning), ("critical", AlertLevel.Critical)];

    private static Reading<(TimeOnly From, TimeOnly To)?> ReadHours(string text)
    {
        if (text.Length == 0)
        {
            return Reading<(TimeOnly From, TimeOnly To)?>.Of(null);
        }

        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Time(parts[0]) is { } from && Time(parts[1]) is { } to && from != to
            ? Reading<(TimeOnly From, TimeOnly To)?>.Of((from, to))
            : Reading<(TimeOnly From, TimeOnly To)?>.Bad("which isn't two different times");
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    private static Reading<long> ReadId(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) && id != 0
            ? Reading<long>.Of(id)
            : Reading<long>.Bad("not an id");

    // The token goes there: never in the clear over a network.
    private static Reading<string> ReadApi(string text) => SafeUrl.Read(text) is null
        ? Reading<string>.Bad("neither https nor this machine")
        : Reading<string>.Of(text);
}
