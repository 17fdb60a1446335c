namespace Kobe.Alerts.Channels;

/// <summary>Whose form a webhook's body has.</summary>
internal enum WebhookKind
{
    /// <summary>Kobe's own: level, text, and each alert.</summary>
    Generic,

    /// <summary>Slack's incoming webhooks.</summary>
    Slack,

    /// <summary>Discord's webhooks.</summary>
    Discord,
}
