using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace Kobe.Runner.Plugins;

/// <summary>The files of a plugin as they were when it was looked at.</summary>
/// <remarks>What is loaded later must still have the hash taken here, so nothing can be slipped in between.</remarks>
internal sealed class PluginFiles
{
    private readonly SortedDictionary<string, byte[]> hashes = new(StringComparer.Ordinal);

    private PluginFiles(string root) => Root = root;

    /// <summary>The plugin's folder, absolute.</summary>
    public string Root { get; }

    /// <summary>SHA-256 over the names and contents of all files, 64 lower-case hex digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The SHA-256 of each file, by its path from the folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Hashes => hashes;

    /// <summary>Reads all files of a folder once and takes their hashes.</summary>
    /// <param name="root">The plugin's folder.</param>
    /// <param name="copy">Where to put the very bytes that are hashed; null: nowhere.</param>
    /// <exception cref="PluginException">Something in it can't be vouched for; the message is the sentence to
    /// show.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static PluginFiles Of(string root, string? copy = null)
    {
        var files = new PluginFiles(root);
        var bytes = 0L;
        foreach (var (name, path) in PluginTree.Files(root))
        {
            files.hashes[name] = Take(path, copy is null ? null : Path.Combine(copy, name), ref bytes);
        }

        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, hash) in files.hashes)
        {
            // The zero byte ends the name: no two lists of files give the same bytes.
            whole.AppendData(Encoding.UTF8.GetBytes(name + '\0'));
            whole.AppendData(hash);
        }

        files.Hash = Convert.ToHexStringLower(whole.GetHashAndReset());
        return files;
    }

    /// <summary>Reads a file again.</summary>
    /// <returns>The bytes whose hash was compared.</returns>
    /// <exception cref="FileLoadException">It isn't the plugin's, or no longer what it was.</exception>
    public byte[] Read(string path)
    {
        if (!hashes.TryGetValue(Path.GetRelativePath(Root, path), out var expected))
        {
            throw new FileLoadException($"{path} is not one of the plugin's files.", path);
        }

        var content = File.ReadAllBytes(path);
        return SHA256.HashData(content).AsSpan().SequenceEqual(expected)
            ? content
            : throw new FileLoadException($"{path} has changed since the plugin was read: start a new runner.", path);
    }

    private static byte[] Take(string path, string? copy, ref long bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var content = File.OpenRead(path);
        using var target = copy is null ? null : Create(copy, path);
        var buffer = new byte[81_920];
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            bytes += read;
            if (bytes > PluginTree.BytesMax)
            {
                throw new PluginException($"Its files have more than {PluginTree.BytesMax >> 20} MiB.");
            }

            hash.AppendData(buffer, 0, read);
            target?.Write(buffer, 0, read);
        }

        return hash.GetHashAndReset();
    }

    private static FileStream Create(string path, string source)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Kobe runs on Linux.");
        }

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        MakeDirectory(Path.GetDirectoryName(path)!, Owner);
        return new(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = (File.GetUnixFileMode(source) & Owner) | UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
    }

    // One by one: the mode would count for the last of them only.
    [UnsupportedOSPlatform("windows")]
    private static void MakeDirectory(string path, UnixFileMode mode)
    {
        if (!Directory.Exists(path))
        {
            MakeDirectory(Path.GetDirectoryName(path)!, mode);
            Directory.CreateDirectory(path, mode);
        }
    }
}
