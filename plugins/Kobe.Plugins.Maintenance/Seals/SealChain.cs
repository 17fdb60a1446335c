using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kobe.Plugins.Maintenance.Seals;

/// <summary>Reads and checks the chain of seals.</summary>
internal static class SealChain
{
    /// <summary>What the first seal names as the line before it.</summary>
    public const string Nothing = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Writes a seal as a line.</summary>
    public static string Line(Seal seal) => JsonSerializer.Serialize(seal);

    /// <summary>The hash by which the next seal names this line.</summary>
    public static string HashOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    /// <summary>Reads a chain.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="broken">The number of the first line that doesn't follow from the one before; 0 when all
    /// do.</param>
    /// <returns>The seals before the broken one.</returns>
    public static IReadOnlyList<Seal> Read(IEnumerable<string> lines, out int broken)
    {
        var seals = new List<Seal>();
        var previous = Nothing;
        broken = 0;
        foreach (var line in lines)
        {
            if (Parse(line) is not { } seal || seal.Previous != previous)
            {
                broken = seals.Count + 1;
                break;
            }

            seals.Add(seal);
            previous = HashOf(line);
        }

        return seals;
    }

    /// <summary>The hash of a file's first bytes; null when it has fewer.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public static string? HashOf(string path, long bytes)
    {
        using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length < bytes)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        while (bytes > 0)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(buffer.Length, bytes));
            if (read == 0)
            {
                return null;
            }

            hash.AppendData(buffer, 0, read);
            bytes -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Seal? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Seal>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
