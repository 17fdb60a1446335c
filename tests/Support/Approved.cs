namespace Kobe.Testing;

/// <summary>Texts that somebody has read and found right; a change of one is seen as a difference.</summary>
internal static class Approved
{
    /// <summary>Compares with a text of the repository, and keeps what came instead beside it.</summary>
    /// <param name="actual">What came.</param>
    /// <param name="path">The approved text's place, from the root.</param>
    public static void Compare(string actual, params string[] path)
    {
        var approved = Repository.At(path);
        var received = approved.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        var (was, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(was.Length, now.Length)).First(i => At(was, i) != At(now, i));
        Assert.Fail(
            $"Line {line + 1} was\n  {At(was, line)}\nand is\n  {At(now, line)}\nIf that is meant: mv {received} {approved}");
    }

    private static string? At(string[] lines, int line) => line < lines.Length ? lines[line] : null;
}
