using System.Text.Json;
using Kobe.Files;
using Kobe.Operation;
using Kobe.Runner.Plugins;

namespace Kobe.Pinning;

/// <summary>Makes the manifest of a directory of plugins, and compares. Nothing of a plugin is loaded for it: what is
/// to be approved doesn't run before.</summary>
internal static class Pins
{
    /// <summary>Approves what lies in a directory, as it is.</summary>
    /// <returns>The plugins, by name.</returns>
    /// <exception cref="UserError">Nobody could vouch for one of them; nothing was written.</exception>
    public static IReadOnlyList<PinnedPlugin> Lock(string directory)
    {
        RefuseMissing(directory);
        var read = PluginFolder.In(directory).Select(folder => (folder.Name, Found: Find(folder))).ToList();
        var refused = read.Where(plugin => plugin.Found.Problem is not null).ToList();
        if (refused.Count > 0)
        {
            throw new UserError([
                .. refused.Select(plugin => $"{plugin.Name}: {plugin.Found.Problem}"),
                "Nothing was approved: put that right, or take the folder away."]);
        }

        var path = Path.Combine(directory, PluginLock.FileName);
        AtomicFile.Write(path, Text(read));
        LetRead(path);
        return [.. read.Select(plugin =>
            new PinnedPlugin(plugin.Name, PinState.Approved, plugin.Found.Files!.Hash, []))];
    }

    /// <summary>Compares a directory with its manifest.</summary>
    /// <returns>The plugins that are there or should be, by name.</returns>
    /// <exception cref="UserError">There is no manifest, or it can't be read.</exception>
    public static IReadOnlyList<PinnedPlugin> Verify(string directory)
    {
        RefuseMissing(directory);
        var approved = Read(directory);
        var plugins = PluginFolder.In(directory).Select(folder => Compare(folder, approved)).ToList();
        plugins.AddRange(approved.Plugins.Keys.Where(name => plugins.All(plugin => plugin.Name != name))
            .Select(name => new PinnedPlugin(name, PinState.Missing, "", ["its folder is gone"])).ToList());
        plugins.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return plugins;
    }

    // Nothing in it is secret, and Kobe may run as another user than the one who installs plugins.
    private static void LetRead(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
                | UnixFileMode.OtherRead);
        }
    }

    private static PinnedPlugin Compare(PluginFolder folder, PluginLock approved)
    {
        var (files, problem) = Find(folder);
        if (files is null)
        {
            return new(folder.Name, PinState.Refused, "", [problem!]);
        }

        if (!approved.Plugins.ContainsKey(folder.Name))
        {
            return new(folder.Name, PinState.New, files.Hash, ["it was never approved"]);
        }

        var differences = approved.Differences(folder.Name, files);
        return new(
            folder.Name, differences.Count == 0 ? PinState.Approved : PinState.Changed, files.Hash, differences);
    }

    private static (PluginFiles? Files, string? Problem) Find(PluginFolder folder)
    {
        try
        {
            return (PluginFiles.Of(folder.Path), null);
        }
        catch (Exception bad) when (bad is PluginException or IOException or UnauthorizedAccessException)
        {
            return (null, bad.Message);
        }
    }

    private static PluginLock Read(string directory)
    {
        var path = Path.Combine(directory, PluginLock.FileName);
        try
        {
            return PluginLock.Parse(SingleFile.Read(path));
        }
        catch (UserError) when (!File.Exists(path))
        {
            throw new UserError(
                $"{directory} has no {PluginLock.FileName}: kobe plugins lock makes one of what lies there.");
        }
        catch (Exception bad) when (bad is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UserError($"{path} can't be read: {bad.Message} kobe plugins lock makes it anew.");
        }
    }

    private static void RefuseMissing(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new UserError($"The folder of plugins '{directory}' is missing. Name one with --plugins DIR.");
        }
    }

    private static byte[] Text(List<(string Name, (PluginFiles? Files, string? Problem) Found)> plugins)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("contract", Contracts.ContractVersion.Current);
            json.WriteStartArray("plugins");
            foreach (var (name, found) in plugins)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("hash", found.Files!.Hash);
                json.WriteStartObject("files");
                foreach (var (file, hash) in found.Files.Hashes)
                {
                    json.WriteString(file, Convert.ToHexStringLower(hash));
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }
}
