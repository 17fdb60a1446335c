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

    /// <summary>Reads all files of a folder once and takes their hashes.</summary>
    public static PluginFiles Of(string root)
    {
        var files = new PluginFiles(root);
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            using var content = File.OpenRead(path);
            files.hashes[Path.GetRelativePath(root, path)] = SHA256.HashData(content);
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
}
