using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kobe.Operation.Backups;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe backup</c> and <c>kobe restore</c> say.</summary>
internal static class BackupView
{
    public static void Show(BackupContent content, string path, string done, string? aside, bool json)
    {
        if (json)
        {
            JsonOutput.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("file", Path.GetFullPath(path));
                writer.WriteString("sha256", HashOf(path));
                writer.WriteNumber("fileBytes", new FileInfo(path).Length);
                writer.WriteString("at", content.At);
                writer.WriteString("program", content.Program);
                writer.WriteNumber("files", content.Files.Count);
                writer.WriteNumber("bytes", content.Bytes);
                writer.WriteString("putAside", aside);
                writer.WriteEndObject();
            });
            return;
        }

        var text = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"{path}: {done}, {content.Files.Count} files, {content.Bytes} bytes, "
            + $"made at {content.At:yyyy-MM-dd HH:mm:ss}Z by version {content.Program}.\n");
        text.Append(CultureInfo.InvariantCulture, $"sha256 {HashOf(path)}\n");
        if (aside is not null)
        {
            text.Append(
                CultureInfo.InvariantCulture, $"The earlier state is in {aside}; delete it when you are sure.\n");
        }

        Terminal.Write(text);
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
