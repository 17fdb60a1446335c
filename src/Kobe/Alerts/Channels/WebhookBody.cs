using System.Text.Json;
using Kobe.Views;

namespace Kobe.Alerts.Channels;

/// <summary>Messages as the bodies that webhooks expect.</summary>
internal static class WebhookBody
{
    /// <summary>The body, JSON.</summary>
    public static byte[] Of(WebhookKind kind, AlertMessage message) => JsonBytes.OfLine(writer =>
    {
        writer.WriteStartObject();
        switch (kind)
        {
            case WebhookKind.Slack:
                writer.WriteString("text", $"*{Level(message)}* {Escape(message.Text)}");
                break;
            case WebhookKind.Discord:
                writer.WriteString("content", $"**{Level(message)}** {message.Text}");

                // A handler's text must not call up everybody.
                writer.WriteStartObject("allowed_mentions");
                writer.WriteStartArray("parse");
                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            default:
                Write(writer, message);
                break;
        }

        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, AlertMessage message)
    {
        writer.WriteString("source", "kobe");
        writer.WriteString("level", AlertLevels.Name(message.Level));
        writer.WriteString("text", message.Text);
        writer.WriteNumber("count", message.Alerts.Count);
        writer.WriteStartArray("alerts");
        foreach (var alert in message.Alerts)
        {
            writer.WriteStartObject();
            writer.WriteNumber("n", alert.Number);
            writer.WriteString("at", alert.At.UtcDateTime);
            writer.WriteString("level", AlertLevels.Name(alert.Level));
            writer.WriteString("kind", alert.Topic.Kind);
            writer.WriteString("text", alert.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Level(AlertMessage message) => AlertLevels.Name(message.Level).ToUpperInvariant();

    // https://docs.slack.dev/messaging/formatting-message-text: the three characters that mean something.
    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
