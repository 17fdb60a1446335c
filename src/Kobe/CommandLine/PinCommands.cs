using System.CommandLine;
using Kobe.Pinning;

namespace Kobe.CommandLine;

/// <summary><c>kobe plugins lock</c> and <c>kobe plugins verify</c>: approve files by hash, and compare.</summary>
internal static class PinCommands
{
    /// <summary>Adds both to <c>kobe plugins</c>.</summary>
    public static void AddTo(Command plugins)
    {
        plugins.Subcommands.Add(MakeLock());
        plugins.Subcommands.Add(MakeVerify());
    }

    private static Command MakeLock()
    {
        var command = new Command(
            "lock",
            "Approves the plugins as they lie there: from now on nothing else is loaded. The hash of each file goes\n"
            + "into plugins.lock.json in the folder of plugins; nothing of a plugin runs for it.\n"
            + "Example: kobe plugins lock");
        var options = new BrainOptions().AddPlugins(command).AddJson(command);
        command.SetAction(result => Write(Pins.Lock(options.Plugins(result)), options.Json(result)));
        return command;
    }

    private static Command MakeVerify()
    {
        var command = new Command(
            "verify",
            "Whether the plugins are those that were approved, file by file. Exit code 1 when they aren't.\n"
            + "Example: kobe plugins verify --json");
        var options = new BrainOptions().AddPlugins(command).AddJson(command);
        command.SetAction(result => Write(Pins.Verify(options.Plugins(result)), options.Json(result)));
        return command;
    }

    private static int Write(IReadOnlyList<PinnedPlugin> plugins, bool json)
    {
        var isFine = plugins.All(plugin => plugin.State == PinState.Approved);
        if (json)
        {
            WriteJson(plugins, isFine);
        }
        else
        {
            var table = new Table("plugin", "state", "hash", "what");
            foreach (var plugin in plugins)
            {
                table.Add(plugin.Name, Word(plugin.State), plugin.Hash, string.Join(", ", plugin.Problems));
            }

            TableOutput.Write(table);
        }

        return isFine ? ExitCode.Fine : ExitCode.Failed;
    }

    private static void WriteJson(IReadOnlyList<PinnedPlugin> plugins, bool isFine) => JsonOutput.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("ok", isFine);
        writer.WriteStartArray("plugins");
        foreach (var plugin in plugins)
        {
            writer.WriteStartObject();
            writer.WriteString("name", plugin.Name);
            writer.WriteString("state", Word(plugin.State));
            writer.WriteString("hash", plugin.Hash.Length == 0 ? null : plugin.Hash);
            writer.WriteStrings("problems", plugin.Problems);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static string Word(PinState state) => state.ToString().ToLowerInvariant();
}
