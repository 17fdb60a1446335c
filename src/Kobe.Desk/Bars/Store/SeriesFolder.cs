using System.Text;
using System.Text.Json;

namespace Kobe.Desk.Bars.Store;

/// <summary>What the stores keep beside the items of a series: what they are, and what was kept out.</summary>
internal static class SeriesFolder
{
    /// <summary>The version of the layout.</summary>
    public const int Format = 1;

    /// <summary>The file that says what a folder holds.</summary>
    public const string RecordFile = "series.json";

    private const string QuarantineFile = "quarantine.jsonl";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>What a folder holds; null when nothing was stored there.</summary>
    /// <exception cref="InvalidDataException">The record is damaged, or of another version.</exception>
    public static SeriesRecord? Record(string folder)
    {
        var path = Path.Combine(folder, RecordFile);
        SeriesRecord? record;
        try
        {
            record = File.Exists(path) ? JsonSerializer.Deserialize<SeriesRecord>(File.ReadAllText(path), Json) : null;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{path} is no record of a series: {wrong.Message}", wrong);
        }

        return record is null or { Format: Format } ? record
            : throw new InvalidDataException($"{path} has format {record.Format}; this program knows {Format}.");
    }

    /// <summary>Makes the folder and says what it will hold, if it is new.</summary>
    /// <exception cref="InvalidDataException">It holds something that must not be mixed with this.</exception>
    public static void Keep(string folder, SeriesRecord record)
    {
        OwnerOnly.MakeFolder(folder);
        if (Record(folder) is { } stored)
        {
            if (stored.Synthetic != record.Synthetic || stored.Calendar != record.Calendar)
            {
                throw new InvalidDataException(
                    $"{folder} holds prices of '{stored.Source}' ({stored.Calendar}); those of '{record.Source}' would "
                    + "mix made-up prices with real ones, or two calendars. Store them in another folder.");
            }

            return;
        }

        var path = Path.Combine(folder, RecordFile);
        using (var file = OwnerOnly.Open(path + ".new"))
        {
            file.SetLength(0);
            file.Write(JsonSerializer.SerializeToUtf8Bytes(record, Json));
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Appends to a file, on disk before it returns; a tail that a crash cut short is replaced.</summary>
    /// <param name="path">The file; it is made when it is not there.</param>
    /// <param name="choose">Chooses what to add, with what is stored.</param>
    /// <returns>How many were added.</returns>
    /// <exception cref="InvalidDataException">The file is damaged before its tail.</exception>
    public static int Append<T, TCodec>(string path, Func<List<T>, T[]> choose)
        where TCodec : IFrameCodec<T>
    {
        using var file = OwnerOnly.Open(path);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var stored = new List<T>();
        var good = Frames<T, TCodec>.Read(bytes, stored, out var problem);
        file.SetLength(problem is null ? good : throw new InvalidDataException($"{path}: {problem}"));
        var fresh = choose(stored);
        file.Position = file.Length;
        if (file.Length == 0)
        {
            file.Write(TCodec.Mark);
        }

        file.Write(Frames<T, TCodec>.Write(fresh));
        file.Flush(flushToDisk: true);
        return fresh.Length;
    }

    /// <summary>Keeps what is not believed, with the reasons.</summary>
    public static void Quarantine(string folder, IReadOnlyList<QuarantinedBar> items)
    {
        if (items.Count > 0)
        {
            OwnerOnly.MakeFolder(folder);
            var lines = items.Select(item => JsonSerializer.Serialize(item, Json) + "\n");
            using var file = OwnerOnly.Open(Path.Combine(folder, QuarantineFile));
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes(string.Concat(lines)));
        }
    }

    /// <summary>What was kept out, in the order in which it came.</summary>
    public static IReadOnlyList<QuarantinedBar> Quarantined(string folder) =>
        Path.Combine(folder, QuarantineFile) is var path && !File.Exists(path) ? [] :
        [
            .. from line in File.ReadLines(path)
               select JsonSerializer.Deserialize<QuarantinedBar>(line, Json)!,
        ];
}
