namespace Kobe.Runner.Plugins;

/// <summary>Where a path leads once every link on the way, and every link within a link, is followed.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int LinksMax = 40;

    /// <summary>The path without links; what does not exist counts as no link.</summary>
    /// <param name="path">Any path, from the current directory or from the root.</param>
    /// <exception cref="IOException">There are more links than the system follows.</exception>
    public static string Of(string path)
    {
        var left = new Stack<string>();
        Push(left, Path.Combine(Directory.GetCurrentDirectory(), path));
        var (real, links) = ("/", 0);
        while (left.TryPop(out var part))
        {
            if (part is "." or "..")
            {
                real = part == "." ? real : Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > LinksMax)
            {
                throw new IOException($"There are more than {LinksMax} links on the way to {path}.");
            }

            real = Path.IsPathRooted(target) ? "/" : real;
            Push(left, target);
        }

        return real;
    }

    private static void Push(Stack<string> left, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            left.Push(parts[i]);
        }
    }
}
