namespace Kobe.Telegram;

/// <summary>The few methods of the Bot API that alerts and commands need.</summary>
/// <remarks>Nothing throws but <see cref="OperationCanceledException"/>; what goes wrong is in the answer.</remarks>
internal interface ITelegram : IDisposable
{
    /// <summary>Who the bot is: whether the token is right.</summary>
    Task<TelegramAnswer<TelegramBot>> GetMe(CancellationToken cancellation);

    /// <summary>Sends a message, in several where it is too long; as plain text where its tags don't hold.</summary>
    Task<TelegramAnswer<bool>> Send(OutgoingMessage message, CancellationToken cancellation);

    /// <summary>Waits for what people write; asking confirms all before the offset.</summary>
    /// <param name="offset">The first update that is wanted.</param>
    /// <param name="wait">How long to wait when there is none.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<TelegramAnswer<IReadOnlyList<TelegramUpdate>>> GetUpdates(
        long offset, TimeSpan wait, CancellationToken cancellation);

    /// <summary>Takes note of a button's press, with a few words for the person.</summary>
    Task<TelegramAnswer<bool>> AnswerPress(string press, string words, CancellationToken cancellation);
}
