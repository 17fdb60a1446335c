using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Output;

/// <summary>What a person sees on a terminal, and a program in a pipe.</summary>
public class TerminalTests
{
    private const char Escape = '\u001b';
    private const string Frame = "╭";
    private const string Colour = "\u001b[38;";

    [Theory]
    [InlineData("awareness")]
    [InlineData("awareness --json")]
    [InlineData("calendar")]
    [InlineData("calendar --json")]
    [InlineData("--help")]
    public async Task Pipe_GetsPlainText(string command)
    {
        foreach (var terminal in new[] { "xterm-256color", "dumb", "", null })
        {
            var result = (await KobeProcess.Run([("TERM", terminal)], command.Split(' '))).ShouldWork();

            Assert.DoesNotContain(Escape, result.Output);
            Assert.DoesNotContain(Frame, result.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    // TERM                    NO_COLOR  framed  coloured
    [InlineData("xterm-256color", null,  true,   true)]
    [InlineData("xterm-256color", "",    true,   false)]
    [InlineData("xterm-256color", "1",   false,  false)]
    [InlineData("dumb",           null,  true,   false)]
    [InlineData("dumb",           "1",   false,  false)]
    public async Task Terminal_GetsFrames_UnlessColourIsUnwanted(
        string terminal, string? noColor, bool framed, bool coloured)
    {
        foreach (var command in new[] { "awareness --at 2026-11-27T12:59", "calendar --from 2026-11-27" })
        {
            var shown = await OnATerminal(command, terminal, noColor);

            Assert.Contains("2026-11-27", shown, StringComparison.Ordinal);
            Assert.Equal(framed, shown.Contains(Frame, StringComparison.Ordinal));
            Assert.Equal(coloured, shown.Contains(Colour, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Terminal_GetsJsonAsItIs()
    {
        var shown = await OnATerminal("awareness --json", "xterm-256color", null);

        Assert.DoesNotContain(Colour, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Frame, shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calendar --from 1990-01-01 --to 2100-12-31")]
    [InlineData("calendar --from 1990-01-01 --to 2100-12-31 --json")]
    [InlineData("awareness")]
    [InlineData("awareness --json")]
    public async Task Pipe_MayCloseEarly(string command)
    {
        var result = await KobeProcess.Shell($"$KOBE {command} | head -1; exit ${{PIPESTATUS[0]}}");

        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.ExitCode, 0, 1);
    }

    [Theory]
    [InlineData("$KOBE awareness >&-")]
    [InlineData("$KOBE awareness --json >/dev/full")]
    [InlineData("$KOBE calendar >/dev/full")]
    [InlineData("$KOBE nonsense 2>&-")]
    public async Task Output_MayBeUnwritable(string line)
    {
        var result = await KobeProcess.Shell(line);

        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.ExitCode, 0, 2);
    }

    private static async Task<string> OnATerminal(string command, string terminal, string? noColor)
    {
        var script = await KobeProcess.Shell("command -v script && script --version | grep util-linux");
        Assert.SkipUnless(script.ExitCode == 0, "No terminal here: the script program of util-linux is not installed.");
        var result = await KobeProcess.Shell(
            $"script -qec \"$KOBE {command}\" /dev/null", ("TERM", terminal), ("NO_COLOR", noColor));
        return result.ShouldWork().Output;
    }
}
