using System.Text;

namespace Kobe.Files;

/// <summary>Writes files that must not be there yet: all of them or none.</summary>
internal static class NewFiles
{
    /// <summary>Writes texts into a folder, which is made when it is missing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">Names, perhaps with folders in them, and texts.</param>
    /// <exception cref="UserError">One of them exists already; nothing was written.</exception>
    public static void Write(string folder, IReadOnlyList<(string Name, string Text)> files)
    {
        var taken = files.Where(file => Path.Exists(Path.Combine(folder, file.Name)))
            .Select(file => file.Name).ToArray();
        if (taken.Length > 0)
        {
            throw new UserError(
                $"{folder} has {string.Join(", ", taken)} already. Nothing was written: name another folder.");
        }

        var written = new List<string>();
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, text) in files)
            {
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                written.Add(path);
                file.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            written.ForEach(File.Delete);
            throw new UserError($"{folder} can't be written: {error.Message}");
        }
    }
}
