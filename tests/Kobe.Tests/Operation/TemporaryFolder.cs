namespace Kobe.Tests.Operation;

/// <summary>A folder of a test's own, gone at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kobe-test-").FullName;

    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Write(string file, string text)
    {
        File.WriteAllText(At(file), text);
        return At(file);
    }

    public string Read(params string[] parts) => File.ReadAllText(At(parts));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
