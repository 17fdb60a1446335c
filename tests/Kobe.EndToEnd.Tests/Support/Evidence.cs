using Kobe.Testing;

namespace Kobe.EndToEnd.Tests.Support;

/// <summary>What the long tests measured, kept for people.</summary>
internal static class Evidence
{
    /// <summary>Writes a page of docs/evidence when all tests are run for the record (./test --long).</summary>
    public static void Keep(string page, string text)
    {
        if (Environment.GetEnvironmentVariable("KOBE_LONG") == "1")
        {
            File.WriteAllText(Repository.At("docs", "evidence", page), text);
        }
    }
}
