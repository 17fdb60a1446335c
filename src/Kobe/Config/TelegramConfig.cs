using Kobe.Brain;

namespace Kobe.Config;

/// <summary>Telegram, for alerts and commands.</summary>
/// <param name="TokenFrom">The secret that holds the bot's token.</param>
/// <param name="Chats">The chats that alerts go to and commands may come from; empty when it is not used.</param>
/// <param name="Users">Who may give commands; empty for nobody.</param>
/// <param name="Level">The least urgent alert that it tells.</param>
/// <param name="Api">Where the Bot API answers.</param>
internal sealed record TelegramConfig(
    string TokenFrom, IReadOnlyList<long> Chats, IReadOnlyList<long> Users, AlertLevel Level, string Api);
