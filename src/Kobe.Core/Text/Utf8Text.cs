using System.Text;
using System.Text.Unicode;

namespace Kobe.Core.Text;

/// <summary>Bytes to text: UTF-8 and nothing else, with or without a byte order mark.</summary>
internal static class Utf8Text
{
    private const string SaveAsUtf8 = "Save it as UTF-8.";

    /// <summary>The text without its byte order mark, or null and one error at the first bad byte.</summary>
    public static string? Decode(string file, ReadOnlySpan<byte> bytes, Diagnostics diagnostics)
    {
        var start = new Mark(file, 1, 1);
        if (bytes.Length > YamlLimits.FileBytesMax)
        {
            diagnostics.Error(start, TextCodes.FileTooLarge,
                $"The file has {bytes.Length} bytes; at most {YamlLimits.FileBytesMax} (1 MiB) are read.",
                "Divide it into several files.");
            return null;
        }

        if (OtherEncoding(bytes) is { } encoding)
        {
            diagnostics.Error(start, TextCodes.NotUtf8, $"The file is {encoding}, not UTF-8.", SaveAsUtf8);
            return null;
        }

        var content = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        if (!Utf8.IsValid(content))
        {
            RefuseBadByte(file, content, diagnostics);
            return null;
        }

        var text = Encoding.UTF8.GetString(content);
        var bad = TextCharacters.IndexOfForbidden(text);
        if (bad >= 0)
        {
            diagnostics.Error(TextPosition.At(file, text, bad), TextCodes.ForbiddenCharacter,
                $"The file holds {TextCharacters.Name(text[bad])} here.",
                text[bad] == '\0' ? "Remove it; a file full of NULs is often UTF-16: save it as UTF-8." : "Remove it.");
            return null;
        }

        return text;
    }

    // UTF-32 before UTF-16: the first two bytes of its little-endian mark are the same.
    private static string? OtherEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
        _ => null,
    };

    private static void RefuseBadByte(string file, ReadOnlySpan<byte> content, Diagnostics diagnostics)
    {
        var before = new char[content.Length];
        Utf8.ToUtf16(content, before, out var offset, out var written, replaceInvalidSequences: false);
        diagnostics.Error(TextPosition.At(file, before.AsSpan(0, written), written), TextCodes.NotUtf8,
            $"The byte 0x{content[offset]:X2} is not UTF-8 here.", SaveAsUtf8);
    }
}
