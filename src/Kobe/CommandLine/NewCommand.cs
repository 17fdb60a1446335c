using System.CommandLine;
using System.Text;
using Kobe.Files;
using Kobe.Scaffolding;

namespace Kobe.CommandLine;

/// <summary><c>kobe new plugin</c>: a project to begin with, which builds and runs as it is made.</summary>
internal static class NewCommand
{
    public static Command Make()
    {
        var command = new Command("new", "Makes something to begin with.\nExample: kobe new plugin Prices");
        command.Subcommands.Add(MakePlugin());
        return command;
    }

    private static Command MakePlugin()
    {
        var command = new Command(
            "plugin",
            "A plugin: a project with a handler, its test and a row for the schedule; docs/plugins.md goes on from\n"
            + "there. Building it takes the .NET SDK.\n"
            + "Example: kobe new plugin Acme.Prices --out plugins-of-mine");
        var name = new Argument<string>("NAME") { Description = "Such as Prices or Acme.Prices" };
        var parent = new Option<string>("--out") { Description = "Where its folder is made [here]", HelpName = "DIR" };
        var options = new BrainOptions().AddPlugins(command).AddJson(command);
        command.Arguments.Add(name);
        command.Options.Add(parent);
        command.SetAction(result =>
        {
            var plugin = PluginName.Of(result.GetValue(name)!);
            var folder = Path.Combine(result.GetValue(parent) ?? "", plugin.Text);
            var files = NewPlugin.Files(plugin, AppContext.BaseDirectory);
            if (Path.Exists(folder))
            {
                throw new UserError($"{folder} is there already. Nothing was written: take another name or --out DIR.");
            }

            NewFiles.Write(folder, files);
            if (options.Json(result))
            {
                Write(plugin, folder, files);
            }
            else
            {
                Terminal.Write(new StringBuilder(Text(plugin, folder, options.Plugins(result))));
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static string Text(PluginName plugin, string folder, string plugins) =>
        $"""
        Made {folder}: the handler {plugin.Handler}, its test, and a row. Next:
          dotnet run --project {folder}/tests
          dotnet publish {folder} -o {Path.Combine(plugins, plugin.Text)}
          cp {folder}/schedule.yaml schedule/{plugin.Text}.yaml
        A running brain notices both; kobe handlers {plugin.Handler} shows its arguments.

        """;

    private static void Write(PluginName plugin, string folder, IReadOnlyList<(string Path, string Text)> files) =>
        JsonOutput.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", plugin.Text);
            writer.WriteString("folder", Path.GetFullPath(folder));
            writer.WriteString("handler", plugin.Handler);
            writer.WriteString("task", plugin.Task);
            writer.WriteStrings("files", files.Select(file => file.Path));
            writer.WriteEndObject();
        });
}
