using System.Globalization;
using Kobe.Core.Catalogues;

namespace Kobe.Catalogues;

/// <summary>A folder of plugins as it lies on the disk, in sixteen characters: the names, sizes and times of its files.
/// </summary>
/// <remarks>
/// Contents are not read: a question about the schedule should not wait for megabytes of assemblies. Who wants to know
/// that files are what they were approved to be asks for their hash.
/// </remarks>
internal static class PluginsStamp
{
    // FNV-1a of 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/. Nobody has to be kept from forging a stamp.
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The stamp; the same for the same files and the same build of this program.</summary>
    /// <param name="plugins">The folder; one that is missing is as good as empty.</param>
    public static string Of(string plugins)
    {
        // The program that reads a catalogue must be the one that it was kept by.
        var sum = Of("", typeof(Catalogue).Module.ModuleVersionId.GetHashCode(), 0);
        var folder = new DirectoryInfo(plugins);
        if (folder.Exists)
        {
            foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
            {
                // A sum, because the disk gives files in any order.
                sum = unchecked(sum + Of(file.FullName, file.Length, file.LastWriteTimeUtc.Ticks));
            }
        }

        return sum.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static ulong Of(string name, long size, long time)
    {
        unchecked
        {
            var hash = Offset;
            foreach (var letter in name)
            {
                hash = (hash ^ letter) * Prime;
            }

            return (((hash ^ (ulong)size) * Prime) ^ (ulong)time) * Prime;
        }
    }
}
