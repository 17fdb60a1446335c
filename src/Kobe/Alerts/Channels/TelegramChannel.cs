using Kobe.Telegram;

namespace Kobe.Alerts.Channels;

/// <summary>Tells one chat of Telegram.</summary>
/// <param name="rules">What it is told, and how fast.</param>
/// <param name="telegram">The client, which another owns.</param>
/// <param name="chat">The chat's id.</param>
/// <param name="moved">Told when the chat has got another id.</param>
internal sealed class TelegramChannel(ChannelRules rules, ITelegram telegram, long chat, Action<long> moved)
    : IAlertChannel
{
    private long _chat = chat;

    /// <inheritdoc/>
    public ChannelRules Rules => rules;

    /// <inheritdoc/>
    public async Task<SendResult> Send(AlertMessage message, CancellationToken cancellation)
    {
        var level = AlertLevels.Name(message.Level).ToUpperInvariant();
        var html = $"<b>{level}</b> {TelegramHtml.Escape(message.Text)}";
        var answer = await telegram.Send(new(_chat, html), cancellation).ConfigureAwait(false);
        if (answer.Failure is { Trouble: TelegramTrouble.ChatMoved, MovedTo: { } to })
        {
            _chat = to;
            moved(to);
            answer = await telegram.Send(new(_chat, html), cancellation).ConfigureAwait(false);
        }

        return answer.Failure is { } failure ? Judge(failure) : new SendResult.Sent();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The client is shared with the commands, and disposed of with them.
    }

    /// <summary>What a failure means for the queue.</summary>
    public static SendResult Judge(TelegramFailure failure) => failure.Trouble switch
    {
        TelegramTrouble.Unauthorized or TelegramTrouble.NotFound => new SendResult.Broken(
            $"Telegram doesn't take the token: {failure.Words}. Ask @BotFather for a new one."),
        TelegramTrouble.Blocked => new SendResult.Broken(
            $"{failure.Words}. Open the chat with the bot and press Start, or add it to the group again."),
        TelegramTrouble.ChatNotFound => new SendResult.Broken($"{failure.Words}. Look at telegram.chats."),
        TelegramTrouble.TooManyRequests => new SendResult.Later("too many requests.", failure.RetryAfter),
        TelegramTrouble.NoAnswer => new SendResult.Later(failure.Words, InDoubt: true),
        TelegramTrouble.Unreachable or TelegramTrouble.Server or TelegramTrouble.Conflict =>
            new SendResult.Later(failure.Words, failure.RetryAfter),
        _ => new SendResult.Refused(failure.Words),
    };
}
