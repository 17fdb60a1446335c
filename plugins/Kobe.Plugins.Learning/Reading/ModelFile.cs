using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Reading;

/// <summary>What learning keeps: JSON files below <c>STATE/desk/models/</c>, each whole or not there.</summary>
internal static class ModelFile
{
    private const string Folder = "models";

    /// <summary>The place of a file.</summary>
    public static string PathOf(DeskSession desk, string name) => ResearchFile.PathOf(desk, name, Folder);

    /// <summary>Writes a file.</summary>
    /// <exception cref="IOException">The disk refuses; the old file stays.</exception>
    public static Output Write<T>(DeskSession desk, string name, T content) =>
        ResearchFile.Write(desk, name, content, Folder);

    /// <summary>Reads a file; null when there is none.</summary>
    /// <exception cref="InvalidDataException">It is not what learning writes.</exception>
    public static T? Read<T>(DeskSession desk, string name)
        where T : class => ResearchFile.Read<T>(desk, name, Folder);
}
