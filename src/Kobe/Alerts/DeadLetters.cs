using Kobe.Logging;
using Kobe.Operation;
using Kobe.Views;

namespace Kobe.Alerts;

/// <summary>The file of alerts that nobody was told, with the reason: the last that can be done for them.</summary>
internal sealed class DeadLetters(string state, Log log)
{
    /// <summary>Its name in the folder of the outbox.</summary>
    public const string FileName = "dead.jsonl";

    // A month of bad days; then the older half is put aside once.
    private const long LengthMax = 1024 * 1024;

    private readonly string _path = Path.Combine(state, Outbox.Folder, FileName);
    private readonly Lock _gate = new();

    /// <summary>Writes them down; a disk that refuses is a line of the log.</summary>
    public void Add(string channel, IReadOnlyList<Alert> alerts, string why, DateTimeOffset now)
    {
        log.Error("alert", $"{alerts.Count} alerts will not be told by {channel}: {why}");
        try
        {
            lock (_gate)
            {
                AppendedFile.Add(
                    _path, [.. alerts.SelectMany(alert => Line(channel, alert, why, now))], LengthMax);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.Error("alert", $"They can't be written down either: {error.Message}");
        }
    }

    private static byte[] Line(string channel, Alert alert, string why, DateTimeOffset now) =>
    [
        .. JsonBytes.OfLine(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("at", now.UtcDateTime);
            writer.WriteString("to", channel);
            writer.WriteString("why", why);
            writer.WriteNumber("n", alert.Number);
            writer.WriteString("raised", alert.At.UtcDateTime);
            writer.WriteString("level", AlertLevels.Name(alert.Level));
            writer.WriteString("text", alert.Text);
            writer.WriteEndObject();
        }),
        (byte)'\n',
    ];
}
