using System.Text;

namespace Kobe.Telegram;

/// <summary>The end of the log file; secrets are not in it.</summary>
internal static class LogTail
{
    // Enough for the most lines that are shown, whatever they hold.
    private const int BytesMax = 64 * 1024;

    /// <summary>The last lines, or why there are none.</summary>
    public static string Read(string? path, int lines)
    {
        if (path is null)
        {
            return "There is no log file: log.file is off.";
        }

        try
        {
            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Seek(-Math.Min(BytesMax, stream.Length), SeekOrigin.End);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var last = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(lines);
            return string.Join('\n', last) is { Length: > 0 } text ? text : "The log is empty.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "The log can't be read: " + error.Message;
        }
    }
}
