using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Kobe.Testing;

namespace Kobe.Core.Tests.House;

/// <summary>What the repository holds: git's list of files, or a walk where there is no git.</summary>
internal static class CommittedFiles
{
    private static readonly string[] NotCommitted =
    [
        "artifacts", ".git", "bin", "obj", "state", ".vs", ".vscode", ".idea", "BenchmarkDotNet.Artifacts",
    ];

    /// <summary>Every text file, in order of path.</summary>
    public static IReadOnlyList<CommittedFile> All { get; } = Read(ListedByGit() ?? Walk());

    /// <summary>What a checkout without git would find, for the test that compares the two.</summary>
    public static IReadOnlyList<CommittedFile> Walked() => Read(Walk());

    private static CommittedFile[] Read(IEnumerable<string> paths) =>
    [
        .. from path in paths.Order(StringComparer.Ordinal)
           let full = Repository.At(path)
           where File.Exists(full)
           let bytes = File.ReadAllBytes(full)
           where !bytes.Contains((byte)0)
           select new CommittedFile(path, Encoding.UTF8.GetString(bytes)),
    ];

    private static string[]? ListedByGit()
    {
        var start = new ProcessStartInfo("git", ["-C", Repository.Root, "ls-files", "-z"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0 && paths.Length > 0 ? paths : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // Of the state directory only the page that explains it is committed.
    private static IEnumerable<string> Walk() =>
        Below(Repository.Root)
            .Append(Repository.At("state", "README.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder)
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(inner => !NotCommitted.Contains(Path.GetFileName(inner), StringComparer.Ordinal))
                .SelectMany(Below));
}
