using System.Reflection;

namespace Kobe.Scaffolding;

/// <summary>The files of a new plugin: a project with a handler, its test, and a row.</summary>
internal static class NewPlugin
{
    /// <summary>The version of the test library, that of Kobe's own tests.</summary>
    public const string TestLibrary = "3.2.2";

    // Where each file goes, and the text that it is made of.
    private static readonly (string Path, string Template)[] Parts =
    [
        ("Directory.Build.props", "settings"),
        ("__NAME__.csproj", "project"),
        ("Plugin.cs", "contract"),
        ("SampleArguments.cs", "arguments"),
        ("SampleHandler.cs", "handler"),
        ("schedule.yaml", "rows"),
        (".gitignore", "ignored"),
        ("tests/__NAME__.Tests.csproj", "tests"),
        ("tests/SampleHandlerTests.cs", "test"),
    ];

    /// <summary>Paths from the plugin's folder, and texts.</summary>
    /// <param name="name">The plugin's name.</param>
    /// <param name="kobe">The directory of Kobe's assemblies, which has the contract.</param>
    public static IReadOnlyList<(string Path, string Text)> Files(PluginName name, string kobe)
    {
        (string Word, string Meaning)[] words =
        [
            ("__NAMESPACE__", name.Text), ("__NAME__", name.Text), ("__HANDLER__", name.Handler),
            ("__FACT__", name.Fact), ("__TASK__", name.Task), ("__XUNIT__", TestLibrary),
            ("__KOBE__", System.Security.SecurityElement.Escape(kobe.TrimEnd('/'))!),
        ];
        string Fill(string text) =>
            words.Aggregate(text, (filled, word) => filled.Replace(word.Word, word.Meaning, StringComparison.Ordinal));
        return [.. Parts.Select(part => (Fill(part.Path), Fill(Template(part.Template))))];
    }

    private static string Template(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"plugin/{name}.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
