using System.CommandLine;
using Kobe.Brain;
using Kobe.Config;
using Kobe.Core.Markets;
using Kobe.Files;

namespace Kobe.CommandLine;

/// <summary>The options of commands that are about the brain, each made anew for the command that takes it.</summary>
internal sealed class BrainOptions
{
    private const string UsualState = "state";

    private readonly Option<string> _state =
        new("--state") { Description = $"The state directory [{UsualState}]", HelpName = "DIR" };

    private readonly Option<string> _config =
        new("--config") { Description = $"The configuration [{ConfigSources.UsualFile}]", HelpName = "FILE" };

    private readonly Option<string> _urls = new("--urls") { Description = "Where to answer", HelpName = "URL" };

    private readonly Option<string> _drain =
        new("--drain") { Description = "How long a stop waits for what runs", HelpName = "TIME" };

    private readonly Option<string> _schedule =
        new("--schedule") { Description = "The schedule directory [schedule]", HelpName = "DIR" };

    private readonly Option<string> _plugins =
        new("--plugins") { Description = "The folder of plugins [plugins, beside the program]", HelpName = "DIR" };

    // A switch without a value: an option of bool would be compiled at every start.
    private readonly Option<string> _json =
        new("--json") { Description = "One JSON document on stdout", Arity = ArgumentArity.Zero };

    public BrainOptions AddState(Command command)
    {
        command.Options.Add(_state);
        return this;
    }

    public BrainOptions AddConfig(Command command)
    {
        command.Options.Add(_config);
        command.Options.Add(_urls);
        command.Options.Add(_drain);
        return this;
    }

    /// <summary>Adds the folders of schedule and plugins.</summary>
    public BrainOptions AddFolders(Command command)
    {
        command.Options.Add(_schedule);
        command.Options.Add(_plugins);
        return this;
    }

    /// <summary>Adds the folder of plugins alone.</summary>
    public BrainOptions AddPlugins(Command command)
    {
        command.Options.Add(_plugins);
        return this;
    }

    public BrainOptions AddJson(Command command)
    {
        command.Options.Add(_json);
        return this;
    }

    public string State(ParseResult result) => result.GetValue(_state) ?? UsualState;

    public bool Json(ParseResult result) => result.GetResult(_json) is not null;

    /// <summary>The folder of plugins; one that was named is there.</summary>
    /// <exception cref="UserError">It is not.</exception>
    public string Plugins(ParseResult result)
    {
        var named = result.GetValue(_plugins);
        return named is null || Directory.Exists(named)
            ? named ?? Path.Combine(AppContext.BaseDirectory, "plugins")
            : throw new UserError($"The folder of plugins '{named}' is missing. Name one with --plugins DIR.");
    }

    /// <summary>Where this call finds and keeps things.</summary>
    public BrainFiles Files(ParseResult result) =>
        new(State(result), result.GetValue(_schedule) ?? "schedule", Plugins(result));

    /// <summary>Where the settings of this call come from.</summary>
    public ConfigSources Sources(ParseResult result)
    {
        var given = new List<OptionValue>();
        Add(result, _urls, Settings.Urls, given);
        Add(result, _drain, Settings.Drain, given);
        return new(result.GetValue(_config), ConfigSources.ProcessEnvironment(), given);
    }

    /// <summary>The settings of this call; warnings go to stderr.</summary>
    public KobeConfig Config(ParseResult result, IZones zones)
    {
        var diagnostics = new Core.Text.Diagnostics();
        var config = ConfigLoader.Load(Sources(result), zones, diagnostics);
        if (config is null)
        {
            throw new UserError(DiagnosticLines.Of(diagnostics));
        }

        foreach (var line in DiagnosticLines.Of(diagnostics))
        {
            Console.Error.WriteLine("kobe: " + line);
        }

        return config;
    }

    private static void Add(ParseResult result, Option<string> option, Setting setting, List<OptionValue> given)
    {
        if (result.GetValue(option) is { } text)
        {
            given.Add(new(setting.Name, option.Name, text));
        }
    }
}
