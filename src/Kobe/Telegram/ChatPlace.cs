using System.Text.Json;
using Kobe.Operation;
using Kobe.Views;

namespace Kobe.Telegram;

/// <summary>How far the chat has been read: what is written down before a command is done and after it.</summary>
/// <remarks>
/// Telegram says an update again until a later one is asked for. A brain that was killed while it did a command finds
/// its number here and does not do it twice.
/// </remarks>
internal sealed class ChatPlace
{
    /// <summary>The file's name in the folder of alerts.</summary>
    public const string FileName = "telegram.json";

    private readonly string _path;

    private ChatPlace(string path) => _path = path;

    /// <summary>The first update that is not dealt with.</summary>
    public long Offset { get; private set; }

    /// <summary>The update that is being done; null when none is.</summary>
    public long? Doing { get; private set; }

    /// <summary>Reads the place; the beginning where there is none.</summary>
    public static ChatPlace Open(string state)
    {
        var place = new ChatPlace(Path.Combine(state, Alerts.Outbox.Folder, FileName));
        using var document = StateFiles.Read(Path.Combine(state, Alerts.Outbox.Folder), FileName);
        if (document?.RootElement is { ValueKind: JsonValueKind.Object } root)
        {
            place.Offset = root.TryGetProperty("offset", out var offset) && offset.TryGetInt64(out var at) ? at : 0;
            place.Doing = root.TryGetProperty("doing", out var doing) && doing.ValueKind == JsonValueKind.Number
                ? doing.GetInt64()
                : null;
        }

        return place;
    }

    /// <summary>An update's command is about to be done.</summary>
    /// <exception cref="IOException">It can't be written down: it may not be done.</exception>
    public void Begin(long update)
    {
        Doing = update;
        Write();
    }

    /// <summary>An update is dealt with.</summary>
    /// <exception cref="IOException">It can't be written down.</exception>
    public void Pass(long update)
    {
        Offset = update + 1;
        Doing = null;
        Write();
    }

    private void Write()
    {
        OwnerDirectory.Make(Path.GetDirectoryName(_path)!);
        AtomicFile.Write(_path, JsonBytes.OfLine(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("offset", Offset);
            if (Doing is { } doing)
            {
                writer.WriteNumber("doing", doing);
            }

            writer.WriteEndObject();
        }));
    }
}
