namespace Kobe.EndToEnd.Tests.Support;

/// <summary>How a run of the program ended, and what it printed.</summary>
internal sealed record KobeResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines on stderr, each without the program's name.</summary>
    public string[] Refusals =>
        [.. Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace("kobe: ", ""))];

    // Said by each command that reads rows, for as long as no catalogue of plugins is kept.
    private const string Unchecked = "kobe: no catalogue of plugins is known, so handlers are not checked.";
    private const string Advice = " 'kobe check' asks for one.";

    /// <summary>It worked: exit 0, and not a word on stderr but that handlers could not be checked.</summary>
    public KobeResult ShouldWork()
    {
        Assert.True(ExitCode == 0 && Error.Replace(Unchecked + Advice, "").Replace(Unchecked, "").Trim().Length == 0, $"exit {ExitCode}: {Error}");
        return this;
    }

    /// <summary>It worked, and may have said on stderr how it went on.</summary>
    public KobeResult ShouldEndWith0()
    {
        Assert.True(ExitCode == 0, $"exit {ExitCode}: {Error}");
        return this;
    }

    /// <summary>It refused: exit 2, sentences on stderr, nothing on stdout, and no stack trace.</summary>
    public KobeResult ShouldRefuse()
    {
        Assert.Equal("", Output);
        Assert.NotEqual("", Error);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Error, StringComparison.Ordinal);
        Assert.All(
            Error.TrimEnd('\n').Split('\n'),
            line => Assert.True(line.StartsWith("kobe: ") || line.StartsWith("Try '"), $"not ours: {line}"));
        Assert.Equal(2, ExitCode);
        return this;
    }
}
