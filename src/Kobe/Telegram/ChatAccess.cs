namespace Kobe.Telegram;

/// <summary>Who may speak to the brain, from where, and how late.</summary>
/// <param name="Users">Ids of users; nobody when empty.</param>
/// <param name="Chats">Ids of chats.</param>
internal sealed record ChatAccess(IReadOnlyList<long> Users, IReadOnlyList<long> Chats)
{
    /// <summary>What was written longer ago than this may not be meant any more.</summary>
    public static readonly TimeSpan AgeMax = TimeSpan.FromSeconds(60);

    /// <summary>Why a message is not listened to, for the audit; null when it is.</summary>
    public string? WhyIgnored(IncomingMessage message) => message switch
    {
        { IsSecondHand: true } => "forwarded or written through another bot",
        { User: null } => "written by a channel",
        _ => WhyStranger(message.User.Value, message.Chat),
    };

    /// <summary>The same for a button's press.</summary>
    public string? WhyIgnored(ButtonPress press) =>
        press.Chat is not { } chat ? "the message of the button is gone" : WhyStranger(press.User, chat);

    /// <summary>Why a command of somebody who may is refused all the same, in a sentence; null when it is not.
    /// </summary>
    /// <remarks>A halt is never too late: it only makes things safer.</remarks>
    public static string? WhyTooLate(ChatCommand command, DateTimeOffset at, DateTimeOffset now) =>
        command.Verb != ChatVerb.Halt && now - at > AgeMax
            ? $"/{command.Word} was written {(now - at).TotalSeconds:0} s ago and not done. Write it again if you "
                + "still mean it."
            : null;

    private string? WhyStranger(long user, long chat) =>
        !Users.Contains(user) ? "this user may not" : !Chats.Contains(chat) ? "not from this chat" : null;
}
