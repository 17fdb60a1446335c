using System.CommandLine;
using Kobe.Catalogues;

namespace Kobe.CommandLine;

/// <summary><c>kobe plugins</c>: the plugins with version and hash. It loads nothing of them.</summary>
internal static class PluginsCommand
{
    public static Command Make()
    {
        var command = new Command(
            "plugins",
            "The plugins with version, hash and, once they were asked, what they offer.\n"
            + "Example: kobe plugins --json");
        var options = new BrainOptions().AddState(command).AddPlugins(command).AddJson(command);
        command.SetAction(result =>
        {
            var folder = options.Plugins(result);
            var plugins = PluginsFolder.Read(folder);
            var catalogue = CatalogueFile.Read(options.State(result), folder);
            if (options.Json(result))
            {
                JsonOutput.Write(writer => PluginsView.Write(writer, plugins, catalogue));
            }
            else if (plugins.Count == 0)
            {
                Terminal.Write(new($"There are no plugins in {folder}.\n"));
            }
            else
            {
                TableOutput.Write(PluginsView.Table(plugins, catalogue));
            }

            return ExitCode.Fine;
        });
        PinCommands.AddTo(command);
        return command;
    }
}
