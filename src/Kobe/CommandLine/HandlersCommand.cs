using System.CommandLine;
using Kobe.Catalogues;
using Kobe.Core.Catalogues;
using Kobe.Core.Text;
using Kobe.Files;

namespace Kobe.CommandLine;

/// <summary><c>kobe handlers</c>: what rows can run, and which arguments each takes.</summary>
internal static class HandlersCommand
{
    public static Command Make()
    {
        var command = new Command(
            "handlers",
            "What rows can run: the handlers of all plugins, or one of them with its arguments.\n"
            + "Example: kobe handlers monitoring.disk");
        var name = new Argument<string?>("NAME")
        {
            Description = "A handler, or the first part of several names",
            Arity = ArgumentArity.ZeroOrOne,
        };
        command.Arguments.Add(name);
        var options = new BrainOptions().AddState(command).AddPlugins(command).AddJson(command);
        command.SetAction(result =>
        {
            var catalogue = CatalogueQuestion.Ask(options.Plugins(result), options.State(result));
            var handlers = Chosen(catalogue, result.GetValue(name));
            if (options.Json(result))
            {
                JsonOutput.Write(writer => HandlersView.Write(writer, handlers, catalogue));
            }
            else if (result.GetValue(name) is { } word && handlers is [var one] && one.Name == word)
            {
                SheetOutput.Write(HandlersView.Sheet(one, catalogue));
                if (one.Arguments.Count > 0)
                {
                    TableOutput.Write(HandlersView.Arguments(one));
                }
            }
            else
            {
                TableOutput.Write(HandlersView.Table(handlers));
            }

            Complain(catalogue);
            return ExitCode.Fine;
        });
        return command;
    }

    private static IReadOnlyList<HandlerRecord> Chosen(Catalogue catalogue, string? name)
    {
        if (name is null)
        {
            return catalogue.Handlers;
        }

        if (catalogue.Find(name) is { } exact)
        {
            return [exact];
        }

        var begin = name.TrimEnd('.', '*') + ".";
        HandlerRecord[] some =
            [.. catalogue.Handlers.Where(handler => handler.Name.StartsWith(begin, StringComparison.Ordinal))];
        return some.Length > 0 ? some : throw new UserError(
            $"No plugin has the handler '{name}'. "
            + (DidYouMean.Nearest(name, catalogue.Handlers.Select(handler => handler.Name)) is { } near
                ? $"Did you mean {near}?"
                : "kobe handlers lists them."));
    }

    private static void Complain(Catalogue catalogue)
    {
        foreach (var plugin in catalogue.Plugins)
        {
            if (plugin.Problem is { } problem)
            {
                Terminal.Complain($"kobe: The plugin {plugin.Name} did not load: {problem}");
            }
        }
    }
}
