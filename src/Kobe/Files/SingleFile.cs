using Kobe.Core.Text;

namespace Kobe.Files;

/// <summary>Reads one file that was named on the command line.</summary>
internal static class SingleFile
{
    /// <summary>Its bytes; of a file over the reader's limit one byte more, so that the reader says so.</summary>
    /// <param name="path">The file, or a pipe.</param>
    /// <exception cref="UserError">It can't be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var buffer = new byte[YamlLimits.FileBytesMax + 1];
            var read = 0;
            for (var more = 1; more > 0 && read < buffer.Length; read += more)
            {
                more = RandomAccess.Read(file, buffer.AsSpan(read), read);
            }

            return buffer[..read];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserError(
                Directory.Exists(path)
                    ? $"{path} is a folder. Name a file."
                    : $"{path} can't be read: {error.Message}");
        }
    }
}
