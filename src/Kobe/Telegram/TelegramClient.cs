using System.Text.Json;
using Kobe.Alerts.Channels;
using Kobe.Logging;
using Kobe.Views;

namespace Kobe.Telegram;

/// <summary>The Bot API over HTTP (https://core.telegram.org/bots/api).</summary>
/// <remarks>Every address holds the token, so no address stands in any sentence, and all words are cleaned.</remarks>
internal sealed class TelegramClient : ITelegram
{
    /// <summary>Where the Bot API answers.</summary>
    public const string UsualAddress = "https://api.telegram.org";

    // What a phone is asked to wait, and what the connection may take on top of it.
    private static readonly TimeSpan PollSlack = TimeSpan.FromSeconds(10);

    private const int UpdatesMax = 100;

    private readonly string _address;
    private readonly OutboundCalls _calls;
    private readonly Redaction _redaction;

    /// <summary>A client of one bot.</summary>
    /// <param name="address">Where the Bot API answers.</param>
    /// <param name="token">The bot's token; hidden from all that is written from now on.</param>
    /// <param name="redaction">What takes secrets out.</param>
    /// <param name="time">The clock.</param>
    public TelegramClient(string address, string token, Redaction redaction, TimeProvider time)
    {
        redaction.Hide(token);
        if (token.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
        {
            redaction.Hide(token[(colon + 1)..]);
        }

        _address = $"{address.TrimEnd('/')}/bot{token}/";
        _redaction = redaction;
        _calls = new(redaction, time);
    }

    /// <inheritdoc/>
    public Task<TelegramAnswer<TelegramBot>> GetMe(CancellationToken cancellation) =>
        Call("getMe", writer => { }, TelegramJson.Bot, OutboundCalls.Limit, cancellation);

    /// <inheritdoc/>
    public async Task<TelegramAnswer<bool>> Send(OutgoingMessage message, CancellationToken cancellation)
    {
        var parts = TelegramHtml.Split(message.Html);
        for (var i = 0; i < parts.Count; i++)
        {
            var isLast = i == parts.Count - 1;
            var answer = await SendPart(message, parts[i], isLast, isHtml: true, cancellation).ConfigureAwait(false);
            if (answer.Failure is { Trouble: TelegramTrouble.Unparsable })
            {
                // Rather without bold letters than not at all.
                answer = await SendPart(message, TelegramHtml.Plain(parts[i]), isLast, isHtml: false, cancellation)
                    .ConfigureAwait(false);
            }

            if (answer.Failure is not null)
            {
                return answer;
            }
        }

        return new(true, null);
    }

    /// <inheritdoc/>
    public Task<TelegramAnswer<IReadOnlyList<TelegramUpdate>>> GetUpdates(
        long offset, TimeSpan wait, CancellationToken cancellation) => Call(
        "getUpdates",
        writer =>
        {
            writer.WriteNumber("offset", offset);
            writer.WriteNumber("limit", UpdatesMax);
            writer.WriteNumber("timeout", (int)wait.TotalSeconds);
            writer.WriteStartArray("allowed_updates");
            writer.WriteStringValue("message");
            writer.WriteStringValue("callback_query");
            writer.WriteEndArray();
        },
        TelegramJson.Updates, wait + PollSlack, cancellation);

    /// <inheritdoc/>
    public Task<TelegramAnswer<bool>> AnswerPress(string press, string words, CancellationToken cancellation) => Call(
        "answerCallbackQuery",
        writer =>
        {
            writer.WriteString("callback_query_id", press);
            writer.WriteString("text", _redaction.Clean(words));
        },
        _ => true, OutboundCalls.Limit, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _calls.Dispose();

    private Task<TelegramAnswer<bool>> SendPart(
        OutgoingMessage message, string text, bool isLast, bool isHtml, CancellationToken cancellation) => Call(
        "sendMessage",
        writer =>
        {
            writer.WriteNumber("chat_id", message.Chat);
            writer.WriteString("text", _redaction.Clean(text));
            if (isHtml)
            {
                writer.WriteString("parse_mode", "HTML");
            }

            if (message.IsSilent)
            {
                writer.WriteBoolean("disable_notification", true);
            }

            writer.WriteStartObject("link_preview_options");
            writer.WriteBoolean("is_disabled", true);
            writer.WriteEndObject();
            if (isLast && message.Buttons.Count > 0)
            {
                WriteButtons(writer, message.Buttons);
            }
        },
        _ => true, OutboundCalls.Limit, cancellation);

    private static void WriteButtons(Utf8JsonWriter writer, IReadOnlyList<MessageButton> buttons)
    {
        writer.WriteStartObject("reply_markup");
        writer.WriteStartArray("inline_keyboard");
        writer.WriteStartArray();
        foreach (var button in buttons)
        {
            writer.WriteStartObject();
            writer.WriteString("text", button.Words);
            writer.WriteString("callback_data", button.Code);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private async Task<TelegramAnswer<T>> Call<T>(
        string method, Action<Utf8JsonWriter> parameters, Func<JsonElement, T> read, TimeSpan limit,
        CancellationToken cancellation)
    {
        var body = JsonBytes.OfLine(writer =>
        {
            writer.WriteStartObject();
            parameters(writer);
            writer.WriteEndObject();
        });
        var answer = await _calls
            .Call(() => OutboundCalls.Post(new(_address + method), body), limit, cancellation).ConfigureAwait(false);
        if (answer.Failure is { } why)
        {
            return Failed<T>(answer.InDoubt ? TelegramTrouble.NoAnswer : TelegramTrouble.Unreachable, why);
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return Read(document.RootElement, answer, read);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException or ArgumentOutOfRangeException)
        {
            // A gateway's page of HTML, or something that is not Telegram.
            return Failed<T>(
                answer.IsFine ? TelegramTrouble.NoAnswer : TelegramErrors.Of(answer.Status, "", null),
                $"status {answer.Status} with an answer that is not Telegram's");
        }
    }

    private TelegramAnswer<T> Read<T>(JsonElement root, HttpAnswer answer, Func<JsonElement, T> read)
    {
        if (root.GetProperty("ok").GetBoolean())
        {
            return new(read(root.GetProperty("result")), null);
        }

        var code = root.TryGetProperty("error_code", out var given) ? given.GetInt32() : answer.Status;
        var words = root.TryGetProperty("description", out var description) ? description.GetString() ?? "" : "";
        var (after, moved) = TelegramJson.Parameters(root);
        return new(default, new(
            TelegramErrors.Of(code, words, moved), _redaction.Clean(words), after ?? answer.RetryAfter, moved));
    }

    private static TelegramAnswer<T> Failed<T>(TelegramTrouble trouble, string words) =>
        new(default, new(trouble, words));
}
