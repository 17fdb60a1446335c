using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kobe.Core.Markets.Files;
using Kobe.Files;
using Kobe.Operation;
using Kobe.Views;

namespace Kobe.Schedules;

/// <summary>The last schedule that loaded, kept whole in the state directory: what <c>--last-good</c> starts on.
/// </summary>
/// <remarks>
/// The files lie in a folder named by their content, and one document, replaced whole, says which folder counts. So a
/// crash leaves the old copy or the new one; a copy that somebody edited, or a disk tore, is noticed by its hashes.
/// </remarks>
internal static class LastGoodSchedule
{
    /// <summary>Its folder in the state directory.</summary>
    public const string Folder = "schedule.last-good";

    private const string Document = "last-good.json";
    private const int NameLength = 16;

    /// <summary>Keeps a schedule that has just come into force. One that is kept already stays as it is.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="folder">The schedule directory that it was read from.</param>
    /// <param name="loaded">The schedule, with the files as they were read.</param>
    /// <param name="now">When it came into force, UTC.</param>
    /// <returns>Since when it is the one that is kept, calendars included, UTC.</returns>
    /// <exception cref="PosixException">It could not be kept; the one before still is.</exception>
    /// <exception cref="IOException">The same.</exception>
    public static DateTimeOffset Keep(string state, string folder, LoadedSchedule loaded, DateTimeOffset now)
    {
        var content = HashOf(loaded.Files);
        var kept = Path.Combine(state, Folder);
        if (KeptSince(state, content) is { } since)
        {
            return since;
        }

        OwnerDirectory.Make(kept);
        var name = content[..NameLength];
        foreach (var (file, at) in Places(loaded.Files, folder, Path.Combine(kept, name)))
        {
            OwnerDirectory.Make(Path.GetDirectoryName(at)!);
            AtomicFile.Write(at, file.Bytes.Span);
        }

        AtomicFile.Write(Path.Combine(kept, Document), JsonBytes.OfFile(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("hash", loaded.Schedule.Hash);
            writer.WriteNumber("tasks", loaded.Schedule.Tasks.Count);
            writer.WriteString("keptAt", now.UtcDateTime);
            writer.WriteString("content", content);
            Write(writer, "rows", loaded.Files.Rows, folder, name);
            Write(writer, "calendars", loaded.Files.Calendars, folder, name);
            writer.WriteEndObject();
        }));
        foreach (var old in Directory.GetDirectories(kept).Where(path => Path.GetFileName(path) != name))
        {
            Directory.Delete(old, recursive: true);
        }

        return now;
    }

    /// <summary>The files of the schedule that is kept, under the names that they had; null when none is.</summary>
    /// <param name="state">The state directory.</param>
    /// <exception cref="UserError">The copy is damaged.</exception>
    public static ScheduleFiles? Read(string state) => ReadAll(state)?.Files;

    private static (ScheduleFiles Files, DateTimeOffset KeptAt)? ReadAll(string state)
    {
        var kept = Path.Combine(state, Folder);
        if (!File.Exists(Path.Combine(kept, Document)))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(kept, Document)));
            var root = document.RootElement;
            var files = new ScheduleFiles(Files(root, "rows", kept), Files(root, "calendars", kept));
            return HashOf(files) == root.GetProperty("content").GetString()
                ? (files, root.GetProperty("keptAt").GetDateTimeOffset())
                : throw Damaged(kept, "its files are not what was kept");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Damaged(kept, error.Message);
        }
    }

    private static DateTimeOffset? KeptSince(string state, string content)
    {
        try
        {
            return ReadAll(state) is { } kept && HashOf(kept.Files) == content ? kept.KeptAt : null;
        }
        catch (UserError)
        {
            return null;
        }
    }

    private static UserError Damaged(string kept, string why) =>
        new($"The last good schedule in {kept} is damaged, so there is none to start on: {why}.");

    private static TextFile[] Files(JsonElement root, string name, string kept) =>
        [.. root.GetProperty(name).EnumerateArray().Select(file => new TextFile(
            file.GetProperty("path").GetString()!,
            File.ReadAllBytes(Path.Combine(kept, file.GetProperty("file").GetString()!))))];

    private static void Write(
        Utf8JsonWriter writer, string name, IReadOnlyList<TextFile> files, string folder, string within)
    {
        writer.WriteStartArray(name);
        foreach (var file in files)
        {
            writer.WriteStartObject();
            writer.WriteString("path", file.Path);
            writer.WriteString("file", Path.Combine(within, Path.GetRelativePath(folder, file.Path)));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<(TextFile File, string At)> Places(ScheduleFiles files, string folder, string kept) =>
        files.Rows.Concat(files.Calendars)
            .Select(file => (file, Path.Combine(kept, Path.GetRelativePath(folder, file.Path))));

    private static string HashOf(ScheduleFiles files)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Rows.Concat(files.Calendars))
        {
            // The zero byte ends the name: no two lists of files give the same bytes.
            whole.AppendData(Encoding.UTF8.GetBytes(file.Path + '\0'));
            whole.AppendData(SHA256.HashData(file.Bytes.Span));
        }

        return Convert.ToHexStringLower(whole.GetHashAndReset());
    }
}
