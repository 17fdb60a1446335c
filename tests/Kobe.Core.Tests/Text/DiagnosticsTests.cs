using Kobe.Core.Text;

namespace Kobe.Core.Tests.Text;

public class DiagnosticsTests
{
    [Fact]
    public void Items_AreSorted_ByPlace()
    {
        var diagnostics = new Diagnostics();
        diagnostics.Error(new Mark("b", 1, 1), "KOBE1", "One.");
        diagnostics.Warning(new Mark("a", 10, 1), "KOBE2", "Two.", "Do.");
        diagnostics.Error(new Mark("a", 9, 2), "KOBE3", "Three.");
        diagnostics.Error(new Mark("a", 9, 1), "KOBE4", "Four.");
        diagnostics.Error(new Mark("B", 1, 1), "KOBE5", "Five.");
        Assert.Equal(
            ["B:1:1: error KOBE5: Five.", "a:9:1: error KOBE4: Four.", "a:9:2: error KOBE3: Three.",
             "a:10:1: warning KOBE2: Two. Do.", "b:1:1: error KOBE1: One."],
            diagnostics.Items.Select(d => d.ToString()));
    }

    [Fact]
    public void HasErrors_IsFalse_WhenThereAreOnlyWarnings()
    {
        var diagnostics = new Diagnostics();
        diagnostics.Warning(new Mark("a", 1, 1), "KOBE1", "One.");
        Assert.False(diagnostics.HasErrors);
        Assert.Equal((1, 0), (diagnostics.Count, diagnostics.ErrorCount));
    }

    [Fact]
    public void HasErrors_IsTrue_WhenTheErrorWasNotKept()
    {
        var diagnostics = new Diagnostics();
        for (var i = 0; i < Diagnostics.KeptMax; i++)
        {
            diagnostics.Warning(new Mark("a", i + 1, 1), "KOBE1", "One.");
        }

        diagnostics.Error(new Mark("a", 1, 1), "KOBE2", "Two.");
        Assert.True(diagnostics.HasErrors);
        Assert.Equal((Diagnostics.KeptMax + 1, Diagnostics.KeptMax), (diagnostics.Count, diagnostics.Items.Count));
    }

    [Fact]
    public void Codes_AreUnique_AndOfThisFolder()
    {
        var codes = typeof(TextCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, c => Assert.Matches("^KOBE10[0-9]{2}$", c));
    }
}
