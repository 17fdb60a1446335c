namespace Kobe.Tests.Hosting;

/// <summary>A directory of plugins that a test puts together.</summary>
internal sealed class PluginFolders : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("kobe-plugins-").FullName;

    /// <summary>Copies a built project, perhaps under another folder name, perhaps its assembly too.</summary>
    public void Copy(string project, string? folder = null, bool rename = false)
    {
        var target = Directory.CreateDirectory(Path.Combine(Root, folder ?? project)).FullName;
        foreach (var file in Directory.GetFiles(Stage.Built(project)))
        {
            var name = Path.GetFileName(file);
            name = rename && name == project + ".dll" ? folder + ".dll" : name;
            File.Copy(file, Path.Combine(target, name));
        }
    }

    public void Write(string folder, string file, string text)
    {
        var target = Directory.CreateDirectory(Path.Combine(Root, folder)).FullName;
        File.WriteAllText(Path.Combine(target, file), text);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
