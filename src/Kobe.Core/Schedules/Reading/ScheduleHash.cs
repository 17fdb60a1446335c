using System.Security.Cryptography;
using System.Text;
using Kobe.Core.Markets.Files;

namespace Kobe.Core.Schedules.Reading;

/// <summary>
/// SHA-256 over all that makes a schedule. Byte order marks and the kind of line ends don't count; the names of the
/// files, the variables in them, the switches and the configuration's zone do.
/// </summary>
internal static class ScheduleHash
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static string Of(IEnumerable<TextFile> files, IEnumerable<string> settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            Append(hash, file.Path);
            AppendContent(hash, file.Bytes.Span);
        }

        foreach (var setting in settings)
        {
            Append(hash, setting);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The zero byte, which no text holds, keeps neighbours apart.
    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }

    private static void AppendContent(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(ByteOrderMark))
        {
            bytes = bytes[ByteOrderMark.Length..];
        }

        for (var end = bytes.IndexOf((byte)'\r'); end >= 0; end = bytes.IndexOf((byte)'\r'))
        {
            hash.AppendData(bytes[..end]);
            hash.AppendData("\n"u8);
            bytes = bytes[(end + 1 < bytes.Length && bytes[end + 1] == '\n' ? end + 2 : end + 1)..];
        }

        hash.AppendData(bytes);
        hash.AppendData([0]);
    }
}
