namespace Kobe.Doctor;

/// <summary>What one look found.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Verdict">Whether it is as it should be.</param>
/// <param name="Words">What was found.</param>
/// <param name="Mend">The command, or the deed, that mends it; null when nothing is to be mended.</param>
internal sealed record Finding(string Name, Verdict Verdict, string Words, string? Mend = null)
{
    public static Finding Ok(string name, string words) => new(name, Verdict.Ok, words);

    public static Finding Warn(string name, string words, string mend) => new(name, Verdict.Warning, words, mend);

    public static Finding Bad(string name, string words, string mend) => new(name, Verdict.Bad, words, mend);
}
