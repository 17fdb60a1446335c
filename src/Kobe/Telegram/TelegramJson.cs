using System.Text.Json;

namespace Kobe.Telegram;

/// <summary>Reads what the Bot API sends; members that are not needed, or not known, are left alone.</summary>
internal static class TelegramJson
{
    public static TelegramBot Bot(JsonElement result) =>
        new(result.GetProperty("id").GetInt64(), Text(result, "username"));

    public static IReadOnlyList<TelegramUpdate> Updates(JsonElement result) =>
        [.. result.EnumerateArray().Select(Update)];

    /// <summary>The parameters of a failure: how long to wait, and where the chat has gone.</summary>
    public static (TimeSpan? RetryAfter, long? MovedTo) Parameters(JsonElement answer)
    {
        if (!answer.TryGetProperty("parameters", out var parameters))
        {
            return (null, null);
        }

        TimeSpan? after = parameters.TryGetProperty("retry_after", out var seconds)
            ? TimeSpan.FromSeconds(seconds.GetInt32())
            : null;
        long? moved = parameters.TryGetProperty("migrate_to_chat_id", out var chat) ? chat.GetInt64() : null;
        return (after, moved);
    }

    private static TelegramUpdate Update(JsonElement update) => new(
        update.GetProperty("update_id").GetInt64(),
        update.TryGetProperty("message", out var message) ? Message(message) : null,
        update.TryGetProperty("callback_query", out var press) ? Press(press) : null);

    private static IncomingMessage Message(JsonElement message) => new(
        message.TryGetProperty("from", out var from) ? from.GetProperty("id").GetInt64() : null,
        message.GetProperty("chat").GetProperty("id").GetInt64(),
        DateTimeOffset.FromUnixTimeSeconds(message.GetProperty("date").GetInt64()),
        Text(message, "text"),
        message.TryGetProperty("forward_origin", out _) || message.TryGetProperty("forward_date", out _)
            || message.TryGetProperty("via_bot", out _));

    private static ButtonPress Press(JsonElement press) => new(
        Text(press, "id"),
        press.GetProperty("from").GetProperty("id").GetInt64(),
        press.TryGetProperty("message", out var message) && message.TryGetProperty("chat", out var chat)
            ? chat.GetProperty("id").GetInt64()
            : null,
        Text(press, "data"));

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";
}
