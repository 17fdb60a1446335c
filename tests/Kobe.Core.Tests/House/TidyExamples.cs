namespace Kobe.Core.Tests.House;

/// <summary>What each tidy rule must see, and what it must not. A § is taken out before the rule looks.</summary>
public static class TidyExamples
{
    private const string Row = "| `One.Package` | 1.0.0 | Kobe | It does what we need. |";

    private static readonly string Wide = new('x', 121);
    private static readonly string Long = new('\n', 301);

    /// <summary>Rule, path and text of an offence.</summary>
    public static TheoryData<string, string, string> Offenders { get; } = new()
    {
        { "columns", "src/A.cs", Wide },
        { "file length", "src/A.cs", Long },
        { "no regions", "src/A.cs", "    #§region Fields" },
        { "no loose ends", "src/A.cs", "// TO§DO: later" },
        { "no loose ends", "schedule/a.yaml", "# FIX§ME" },
        { "no machine paths", "docs/a.md", "see `/§home/anna/kobe`" },
        { "no machine paths", "a.json", "\"/§work/x\"" },
        { "no machine paths", "docs/a.md", "in ../§shared/a.md" },
        { "no machine paths", "a.txt", @"C:\§Users\anna" },
        { "no package index", "nuget.config", "<add value=\"https:§//example.com/v3/index.json\" />" },
        { "no package index", "a.sh", "curl https:§//api.nu§get.org/x" },
        { "no sleeping", "tests/A.cs", "Thread.§Sleep(time);" },
        { "no sleeping", "tests/A.cs", "await Task.§Delay(50, token);" },
        { "no sleeping", "tests/A.cs", "await Task.§Delay(wait, TimeProvider.System);" },
        { "reasons for pragmas", "src/A.cs", "#§pragma warning disable CA1000\nx" },
        { "reasons for pragmas", "src/A.cs", "#§pragma warning disable CA1000 //\nx" },
        { "reasons for pragmas", "src/A.cs", "#§nullable disable" },
        { "reasons for suppressed messages", "src/A.cs", "[SuppressMessage§(\"a\", \"b\")]" },
        { "reasons for suppressed messages", "src/A.cs", "[SuppressMessage§(\"a\", \"b\",\n Justification = \"\")]" },
        { "reasons for silenced projects", "src/A.csproj", Project("", "") },
        { "reasons for disabled rules", ".editorconfig", "[*]\ndotnet_diagnostic.CA1.severity = none" },
        { "reasons for disabled rules", ".editorconfig", "# Why.\n\ndotnet_diagnostic.CA1.severity = suggestion" },
        { "reasons for skipped tests", "tests/A.cs", "[Fact(Ski§p = \"\")]" },
        { "reasons for skipped tests", "tests/A.cs", "[Fact(SkipWhen§ = nameof(Absent))]" },
        { "reasons for skipped tests", "tests/A.cs", "Assert.Ski§pWhen(absent, \"\");" },
        { "one type a file", "src/A.cs", "public sealed class B;" },
        { "one type a file", "src/A.cs", "public sealed class A;\ninternal readonly record struct B(int C);" },
        { "one type a file", "src/A.cs", "[Flags] public enum B { None }" },
        { "names that say something", "src/A.cs", "    internal static class String§Helper {" },
        { "names that say something", "src/A.cs", "public sealed record Day§Info(int A);" },
        { "names that say something", "src/A.cs", "public interface Calendar§\n{" },
        { "links that resolve", "README.md", "see [the page](docs/absent.md)" },
        { "links that resolve", "README.md", "see [below](#absent)\n# Present" },
        { "numbered decisions", "docs/adr/0002-second.md", "# 0002. Second" },
        { "decisions with a date", "docs/adr/0001-first.md", "# 0001. First\n\nsome day" },
        { "decisions with a date", "docs/adr/0001-first.md", "# First\n\nStatus: accepted · 2026-11-21" },
        { "packages with a reason", "Directory.Packages.props", "<a><PackageVersion Include='A' Version='1' /></a>" },
        { "packages with a reason", "docs/adr/0007-libraries.md", Row },
        { "glossary in order", "docs/glossary.md", "- **b** – one\n- **a** – two" },
        { "glossary in order", "docs/glossary.md", "- **a** – one\n- **a** – two" },
    };

    /// <summary>Rule, path and text of something that is allowed.</summary>
    public static TheoryData<string, string, string> Innocents { get; } = new()
    {
        { "columns", "docs/a.md", Wide },
        { "columns", "src/A.cs", Wide[1..] },
        { "file length", "src/A.cs", Long[1..] },
        { "no regions", "src/A.cs", "// a region of the map" },
        { "no loose ends", "src/A.cs", "// TO§DO (#12): when the broker answers" },
        { "no machine paths", "docs/a.md", "https://example.com/h§ome/page, ~/w§ork/x, src/w§ork/a.cs and /h§omework" },
        { "no package index", "docs/a.md", "https://example.com/docs" },
        { "no sleeping", "tests/A.cs", "await Task.Delay(wait, time, token);" },
        { "reasons for pragmas", "src/A.cs", "#§pragma warning disable CA1000 // the name is the protocol's" },
        { "reasons for pragmas", "src/A.cs", "#pragma warning restore CA1000" },
        { "reasons for suppressed messages", "src/A.cs", "[SuppressMessage§(\"a\", Justification = \"the wire's\")]" },
        { "reasons for silenced projects", "src/A.csproj", Project(" Label='Why'", "") },
        { "reasons for silenced projects", "src/A.csproj", Project("", "<!-- Why. -->\n") },
        { "reasons for disabled rules", ".editorconfig", "dotnet_diagnostic.CA1.severity = error" },
        {
            "reasons for disabled rules", ".editorconfig",
            "# Why.\ndotnet_diagnostic.CA1.severity = none\ndotnet_diagnostic.CA2.severity = silent"
        },
        { "reasons for skipped tests", "tests/A.cs", "[Fact(Skip = \"needs a broker that answers\")]" },
        { "reasons for skipped tests", "tests/A.cs", "[Fact(Skip = Reason, SkipWhen = nameof(Absent))]" },
        { "reasons for skipped tests", "tests/A.cs", "Assert.SkipWhen(absent, \"no vectors here\");" },
        { "one type a file", "src/A.cs", "public enum K { One }\npublic sealed class A\n{\n    sealed class B;" },
        { "one type a file", "src/A.Parse.cs", "public sealed partial class A<T> where T : class" },
        { "one type a file", "src/Program.cs", "return 0;" },
        { "one type a file", "src/A.cs", "class A;\nvar x = \"\"\"\nclass B;\n\"\"\";" },
        { "names that say something", "src/A.cs", "public sealed class Database;\n// class of Helper\nTask x = null;" },
        { "links that resolve", "README.md", "[web](https://a.org) `[not](a-link)` [here](#a-word)\n## A word" },
        { "numbered decisions", "docs/adr/0001-first.md", "# 0001. First" },
        { "decisions with a date", "docs/adr/0001-first.md", "# 0001. First\n\nStatus: superseded by [0009](a.md)" },
        { "glossary in order", "docs/glossary.md", "- **a** – one\n- **B** – two" },
    };

    private static string Project(string label, string comment) =>
        $"<Project><PropertyGroup{label}>{comment}<NoWarn>CS1591</NoWarn></PropertyGroup></Project>";
}
