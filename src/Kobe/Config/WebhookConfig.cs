using Kobe.Alerts.Channels;
using Kobe.Brain;

namespace Kobe.Config;

/// <summary>A webhook that alerts may go to.</summary>
/// <param name="Name">The section of its settings, and the channel's name.</param>
/// <param name="Kind">Whose form its body has.</param>
/// <param name="UrlFrom">The secret that holds its address; empty when it is not used.</param>
/// <param name="Level">The least urgent alert that it tells.</param>
internal sealed record WebhookConfig(string Name, WebhookKind Kind, string UrlFrom, AlertLevel Level);
