using System.Security.Cryptography;
using System.Text;

namespace Kobe.Plugins.Monitoring.Drift;

/// <summary>The files of a schedule, and one hash over all of them.</summary>
/// <param name="Paths">The YAML files below the directory, in the order of their names; nothing else is read as
/// schedule.</param>
/// <param name="Hash">SHA-256 over names and contents, 64 lower-case hex digits. Byte order marks and the kind of line
/// ends don't count: an editor may change them unasked.</param>
internal sealed record ScheduleFiles(IReadOnlyList<string> Paths, string Hash)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the files of a directory.</summary>
    /// <exception cref="IOException">It is missing, or one can't be read.</exception>
    public static ScheduleFiles Of(string directory, CancellationToken cancellation)
    {
        var paths = Directory.GetFiles(directory, "*.yaml", SearchOption.AllDirectories);
        Array.Sort(paths, StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths)
        {
            cancellation.ThrowIfCancellationRequested();

            // The zero byte, which no text holds, keeps neighbours apart.
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(directory, path) + '\0'));
            Append(hash, File.ReadAllBytes(path));
            hash.AppendData([0]);
        }

        return new(paths, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The names of the files that were changed after an instant, as the disk tells it.</summary>
    public IEnumerable<string> ChangedSince(DateTime instant, string directory) =>
        Paths.Where(path => File.GetLastWriteTimeUtc(path) > instant)
            .Select(path => Path.GetRelativePath(directory, path));

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        int end;
        while ((end = bytes.IndexOf((byte)'\r')) >= 0)
        {
            hash.AppendData(bytes[..end]);
            hash.AppendData("\n"u8);
            bytes = bytes[(end + 1 < bytes.Length && bytes[end + 1] == '\n' ? end + 2 : end + 1)..];
        }

        hash.AppendData(bytes);
    }
}
