using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Research.Reading;

/// <summary>What research keeps: JSON files below <c>STATE/desk/research/</c>, each whole or not there.</summary>
internal static class ResearchFile
{
    // The largest has some hundred symbols with twenty figures each.
    private const long BytesMax = 16 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string Usual = "research";

    /// <summary>The place of a file.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="name">Its name below the folder, such as <c>correlations/60d.json</c>.</param>
    /// <param name="folder">The folder in the desk's part of the state directory.</param>
    public static string PathOf(DeskSession desk, string name, string folder = Usual) => desk.PathOf(folder, name);

    /// <summary>Writes a file.</summary>
    /// <returns>Where it lies, with its hash.</returns>
    /// <exception cref="IOException">The disk refuses; the old file stays.</exception>
    public static Output Write<T>(DeskSession desk, string name, T content, string folder = Usual)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(content, Json);
        var path = PathOf(desk, name, folder);
        OwnerFile.Replace(path, bytes);
        return new(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }

    /// <summary>Reads a file.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="InvalidDataException">It is not what research writes.</exception>
    public static T? Read<T>(DeskSession desk, string name, string folder = Usual)
        where T : class => ReadPath<T>(PathOf(desk, name, folder));

    /// <summary>Reads all files of a folder, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">One is not what research writes.</exception>
    public static IReadOnlyList<T> ReadAll<T>(DeskSession desk, string folder)
        where T : class
    {
        var path = PathOf(desk, folder);
        return !Directory.Exists(path) ? [] :
        [
            .. from file in Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)
               let read = ReadPath<T>(file)
               where read is not null
               select read,
        ];
    }

    private static T? ReadPath<T>(string path)
        where T : class
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: var bytes }
                ? bytes <= BytesMax
                    ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json)
                    : throw new InvalidDataException($"{path} has {bytes} bytes; at most {BytesMax} are read.")
                : null;
        }
        catch (JsonException bad)
        {
            throw new InvalidDataException($"{path} can't be read ({bad.Message}): delete it, it is made again.", bad);
        }
    }
}
