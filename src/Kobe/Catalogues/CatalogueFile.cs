using System.Text;
using Kobe.Core.Catalogues;
using Kobe.Operation;

namespace Kobe.Catalogues;

/// <summary>The catalogue that was last taken, in the state directory, so that reading commands start no runner.
/// </summary>
/// <remarks>It counts for the files that it was taken of, by their stamp, and is else as good as missing.</remarks>
internal static class CatalogueFile
{
    /// <summary>Its name in the state directory.</summary>
    public const string FileName = "catalogue.txt";

    // Some hundred handlers take 100 KB.
    private const int BytesMax = 16 * 1024 * 1024;

    /// <summary>The catalogue of these plugins; null when none is kept, or one of other files.</summary>
    /// <param name="state">The state directory; it may be missing.</param>
    /// <param name="plugins">The folder of plugins.</param>
    public static Catalogue? Read(string state, string plugins)
    {
        var path = Path.Combine(state, FileName);
        try
        {
            return Whole(path) is { } text && Head(PluginsStamp.Of(plugins)) is var head
                && text.StartsWith(head, StringComparison.Ordinal)
                ? CatalogueText.Read(text[head.Length..])
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a catalogue, unless it is kept already or there is no state directory.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="stamp">The stamp of the plugins, from before they were asked.</param>
    /// <param name="catalogue">What they offer.</param>
    public static void Keep(string state, string stamp, Catalogue catalogue)
    {
        var path = Path.Combine(state, FileName);
        try
        {
            var text = Head(stamp) + CatalogueText.Write(catalogue);
            if (Directory.Exists(state) && Whole(path) != text)
            {
                AtomicFile.Write(path, Encoding.UTF8.GetBytes(text));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or PosixException)
        {
            // Another user's state directory, or a full disk: then the next question does without.
            return;
        }
    }

    private static string Head(string stamp) => $"plugins\t{stamp}\n";

    private static string? Whole(string path) =>
        File.Exists(path) && new FileInfo(path).Length <= BytesMax ? File.ReadAllText(path) : null;
}
