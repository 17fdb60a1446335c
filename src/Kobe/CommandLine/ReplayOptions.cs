using System.CommandLine;
using Kobe.Brain;
using Kobe.Config;
using Kobe.Core.Text;
using Kobe.Files;
using Kobe.Markets;

namespace Kobe.CommandLine;

/// <summary>The options that <c>kobe replay</c> and <c>kobe demo</c> share.</summary>
internal sealed class ReplayOptions
{
    private readonly Option<string> _state = new("--state")
    {
        Description = "Its own state directory; one that was killed goes on there [a fresh one in state/replays]",
        HelpName = "DIR",
    };

    private readonly Option<string> _schedule =
        new("--schedule") { Description = "The schedule directory [schedule]", HelpName = "DIR" };

    private readonly Option<string> _plugins =
        new("--plugins") { Description = "The folder of plugins [plugins, beside the program]", HelpName = "DIR" };

    private readonly Option<string> _config =
        new("--config") { Description = $"The configuration [{ConfigSources.UsualFile}]", HelpName = "FILE" };

    private readonly Option<string> _json =
        new("--json") { Description = "One JSON document on stdout", Arity = ArgumentArity.Zero };

    public ReplayOptions AddTo(Command command)
    {
        Option[] all = [_state, _schedule, _plugins, _config, _json];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }

        return this;
    }

    public bool Json(ParseResult result) => result.GetResult(_json) is not null;

    /// <summary>The folder that was named; null: a fresh one.</summary>
    public string? State(ParseResult result) => result.GetValue(_state);

    /// <summary>Where the replay finds and keeps things.</summary>
    public BrainFiles Files(ParseResult result, string state)
    {
        var plugins = result.GetValue(_plugins);
        return plugins is null || Directory.Exists(plugins)
            ? new(state, result.GetValue(_schedule) ?? "schedule",
                plugins ?? Path.Combine(AppContext.BaseDirectory, "plugins"))
            : throw new UserError($"The folder of plugins '{plugins}' is missing. Name one with --plugins DIR.");
    }

    /// <summary>The settings of this call; warnings go to stderr.</summary>
    public KobeConfig Config(ParseResult result)
    {
        var diagnostics = new Diagnostics();
        var sources = new ConfigSources(result.GetValue(_config), ConfigSources.ProcessEnvironment(), []);
        var config = ConfigLoader.Load(sources, new MachineZones(), diagnostics)
            ?? throw new UserError(DiagnosticLines.Of(diagnostics));
        foreach (var line in DiagnosticLines.Of(diagnostics))
        {
            Terminal.Complain("kobe: " + line);
        }

        return config;
    }
}
