using System.Security.Cryptography;

namespace Kobe.Contracts;

/// <summary>A file that an attempt wrote, so that it can be proved later to be the same.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Sha256">The SHA-256 of its content, 64 lower-case hex digits.</param>
/// <param name="Bytes">Its length in bytes.</param>
public sealed record Output(string Path, string Sha256, long Bytes)
{
    /// <summary>Reads a file and takes its hash.</summary>
    /// <param name="path">Where it lies.</param>
    /// <returns>The output.</returns>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static Output OfFile(string path)
    {
        using var content = File.OpenRead(path);
        return new(path, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
    }
}
