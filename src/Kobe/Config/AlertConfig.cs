using Kobe.Alerts;
using Kobe.Brain;

namespace Kobe.Config;

/// <summary>Who is told what goes wrong, and how. Names of secrets, never their values.</summary>
internal sealed record AlertConfig
{
    /// <summary>The least urgent alert that channels without a level of their own tell.</summary>
    public required AlertLevel Level { get; init; }

    /// <summary>When only critical alerts are told; null for never.</summary>
    public required QuietHours? Quiet { get; init; }

    /// <summary>How long nothing more is told on a topic that was told.</summary>
    public required TimeSpan RepeatAfter { get; init; }

    /// <summary>How long it is tried to tell an alert.</summary>
    public required TimeSpan Keep { get; init; }

    /// <summary>A program that is told, with its arguments; empty for none.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The secret that holds the address of an external dead-man's switch; empty for none.</summary>
    public required string PingFrom { get; init; }

    /// <summary>How often it is called at most.</summary>
    public required TimeSpan PingEvery { get; init; }

    /// <summary>Webhooks.</summary>
    public required IReadOnlyList<WebhookConfig> Webhooks { get; init; }

    /// <summary>Telegram.</summary>
    public required TelegramConfig Telegram { get; init; }

    /// <summary>The secrets that these settings name.</summary>
    public IReadOnlyList<OwnSecret> Secrets()
    {
        var secrets = new List<OwnSecret>();
        Add(secrets, ChannelSettings.PingFrom.Name, PingFrom);
        foreach (var webhook in Webhooks)
        {
            Add(secrets, $"{webhook.Name}.url_from", webhook.UrlFrom);
        }

        if (Telegram.Chats.Count > 0)
        {
            Add(secrets, ChannelSettings.TelegramToken.Name, Telegram.TokenFrom);
        }

        return secrets;
    }

    private static void Add(List<OwnSecret> secrets, string setting, string name)
    {
        if (name.Length > 0)
        {
            secrets.Add(new(setting, name));
        }
    }
}
