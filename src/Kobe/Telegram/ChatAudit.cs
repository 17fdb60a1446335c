using Kobe.Logging;
using Kobe.Operation;
using Kobe.Views;

namespace Kobe.Telegram;

/// <summary>Writes down what was written to the bot, by whom, and what became of it; strangers too.</summary>
internal sealed class ChatAudit(string state, TimeProvider time, Log log)
{
    /// <summary>The file's name in the folder of alerts.</summary>
    public const string FileName = "commands.jsonl";

    // Whoever knows the bot's name can write to it: strangers may not fill the disk.
    private const long LengthMax = 1024 * 1024;
    private const int TextCharsMax = 200;

    private readonly string _path = Path.Combine(state, Alerts.Outbox.Folder, FileName);

    /// <summary>A line: who, where, what, and what became of it.</summary>
    public void Write(long? user, long? chat, string text, string end)
    {
        var said = log.Redaction.Clean(text.Length <= TextCharsMax ? text : text[..TextCharsMax] + "…");
        log.Info("telegram", $"user {user} in chat {chat}: {said}: {end}");
        try
        {
            AppendedFile.Add(_path, Line(user, chat, said, log.Redaction.Clean(end)), LengthMax);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.Warning("telegram", $"A command can't be written down: {error.Message}");
        }
    }

    private byte[] Line(long? user, long? chat, string text, string end) =>
    [
        .. JsonBytes.OfLine(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("at", time.GetUtcNow().UtcDateTime);
            writer.WriteString("user", user?.ToString());
            writer.WriteString("chat", chat?.ToString());
            writer.WriteString("text", text);
            writer.WriteString("end", end);
            writer.WriteEndObject();
        }),
        (byte)'\n',
    ];
}
