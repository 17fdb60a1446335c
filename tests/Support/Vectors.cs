namespace Kobe.Testing;

/// <summary>Answers to test against that are not part of the repository: the folder that KOBE_VECTORS names.</summary>
internal static class Vectors
{
    /// <summary>
    /// The lines of a vector file without its header; the test is skipped, with the reason, without it.
    /// </summary>
    public static IReadOnlyList<string> Lines(string file, bool header = true)
    {
        var folder = Environment.GetEnvironmentVariable("KOBE_VECTORS");
        var path = Path.Combine(folder ?? "", file);
        Assert.SkipUnless(
            folder is { Length: > 0 } && File.Exists(path),
            $"{file} is not here: set KOBE_VECTORS to the folder that holds it.");
        return File.ReadAllLines(path).Skip(header ? 1 : 0).Where(line => line.Length > 0).ToList();
    }
}
