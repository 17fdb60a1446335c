using System.Text.Json;

namespace Kobe.Plugins.Maintenance.Packages;

/// <summary>Which packages a program and its plugins carry, as their <c>deps.json</c> files tell.</summary>
internal static class Inventory
{
    private const int BytesMax = 8 * 1024 * 1024;

    /// <summary>Reads all <c>deps.json</c> files below a folder.</summary>
    /// <returns>Packages with their versions, in order, each once.</returns>
    /// <exception cref="IOException">One can't be read.</exception>
    /// <exception cref="JsonException">One is not whole.</exception>
    public static IReadOnlyList<(string Name, string Version)> Of(string folder, CancellationToken cancellation)
    {
        var found = new SortedSet<(string Name, string Version)>();
        foreach (var path in Directory.GetFiles(folder, "*.deps.json", SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            if (new FileInfo(path).Length > BytesMax)
            {
                throw new IOException($"{path} has more than {BytesMax} bytes.");
            }

            using var read = JsonDocument.Parse(File.ReadAllBytes(path));
            if (!read.RootElement.TryGetProperty("libraries", out var libraries))
            {
                continue;
            }

            foreach (var library in libraries.EnumerateObject())
            {
                if (library.Value.TryGetProperty("type", out var type) && type.ValueEquals("package")
                    && library.Name.IndexOf('/') is > 0 and var slash)
                {
                    found.Add((library.Name[..slash], library.Name[(slash + 1)..]));
                }
            }
        }

        return [.. found];
    }

    /// <summary>Whether a version is lower than another; by numbers first, and a pre-release before its
    /// release.</summary>
    public static bool IsBelow(string version, string other)
    {
        var (numbers, suffix) = Parts(version);
        var (otherNumbers, otherSuffix) = Parts(other);
        for (var i = 0; i < Math.Max(numbers.Length, otherNumbers.Length); i++)
        {
            var difference = numbers.ElementAtOrDefault(i).CompareTo(otherNumbers.ElementAtOrDefault(i));
            if (difference != 0)
            {
                return difference < 0;
            }
        }

        return (suffix.Length > 0, otherSuffix.Length > 0) switch
        {
            (true, false) => true,
            (true, true) => string.CompareOrdinal(suffix, otherSuffix) < 0,
            _ => false,
        };
    }

    private static (int[] Numbers, string Suffix) Parts(string version)
    {
        var cut = version.Split('+', 2)[0].Split('-', 2);
        return ([.. cut[0].Split('.').Select(part => int.TryParse(part, out var number) ? number : 0)],
            cut.Length > 1 ? cut[1] : "");
    }
}
