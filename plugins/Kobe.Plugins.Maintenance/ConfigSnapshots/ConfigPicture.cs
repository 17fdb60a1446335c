using System.Security.Cryptography;
using System.Text;

namespace Kobe.Plugins.Maintenance.ConfigSnapshots;

/// <summary>What the owner configured, at one moment.</summary>
/// <param name="Files">The files by their path.</param>
internal sealed record ConfigPicture(SortedDictionary<string, KeptFile> Files)
{
    // The schedule's own limits: a hundred files of a mebibyte.
    private const int FilesMax = 2_000;
    private const long TextMax = 1024 * 1024;

    /// <summary>One hash over all of it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Files.Select(file => $"{file.Value.Sha256} {file.Key}")))));

    /// <summary>Takes it.</summary>
    /// <param name="place">A folder, or one file.</param>
    /// <param name="pattern">The names of the files.</param>
    /// <param name="texts">Whether their text is kept.</param>
    /// <exception cref="IOException">A file can't be read, or there are too many.</exception>
    public static ConfigPicture Of(string place, string pattern, bool texts)
    {
        var files = new SortedDictionary<string, KeptFile>(StringComparer.Ordinal);
        var paths = File.Exists(place)
            ? [place] : Directory.EnumerateFiles(place, pattern, SearchOption.AllDirectories);
        foreach (var path in paths)
        {
            if (files.Count >= FilesMax)
            {
                throw new IOException($"{place} has more than {FilesMax} files.");
            }

            var content = File.ReadAllBytes(path);
            files[File.Exists(place) ? Path.GetFileName(path) : Path.GetRelativePath(place, path)] = new(
                Convert.ToHexStringLower(SHA256.HashData(content)),
                texts && content.Length <= TextMax ? Encoding.UTF8.GetString(content) : null);
        }

        return new(files);
    }

    /// <summary>What is different from an earlier picture, a few words each.</summary>
    public IReadOnlyList<string> Since(ConfigPicture before)
    {
        var changes = new List<string>();
        foreach (var name in Files.Keys.Union(before.Files.Keys).Order(StringComparer.Ordinal))
        {
            var (now, then) = (Files.GetValueOrDefault(name), before.Files.GetValueOrDefault(name));
            if (now is null || then is null)
            {
                changes.Add(now is null ? $"{name} is gone" : $"{name} is new");
            }
            else if (now.Sha256 != then.Sha256)
            {
                changes.Add(now.Text is { } one && then.Text is { } other
                    ? $"{name} +{Only(one, other)} -{Only(other, one)}"
                    : $"{name} has changed");
            }
        }

        return changes;
    }

    // How many lines the one has that the other has not.
    private static int Only(string one, string other)
    {
        var left = other.Split('\n').CountBy(line => line).ToDictionary(pair => pair.Key, pair => pair.Value);
        return one.Split('\n').Count(line =>
        {
            var known = left.GetValueOrDefault(line);
            left[line] = known - 1;
            return known <= 0;
        });
    }
}
