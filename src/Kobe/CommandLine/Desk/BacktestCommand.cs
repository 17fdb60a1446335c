using System.CommandLine;
using System.Text;
using System.Text.Json;
using Kobe.Markets;

namespace Kobe.CommandLine.Desk;

/// <summary><c>kobe backtest</c>: a strategy on bars, as a page and a picture.</summary>
internal sealed class BacktestCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private readonly Argument<string> _strategy = new("STRATEGY")
    {
        Description = "trend-pullback, momentum-breakout, mean-reversion, volatility-squeeze, event-driven, …",
    };

    private readonly Option<string[]> _set =
        new("--set") { Description = "A parameter; may be given several times", HelpName = "NAME=VALUE" };

    private readonly Option<string> _data =
        new("--data") { Description = "A folder with daily/SYMBOL.csv, factors/ [made-up prices]", HelpName = "DIR" };

    private readonly Option<string> _symbols =
        new("--symbols") { Description = "Symbols, with commas between them [all]", HelpName = "A,B" };

    private readonly Option<string> _from = new("--from") { Description = "The first date", HelpName = "DATE" };

    private readonly Option<string> _to = new("--to") { Description = "The last date", HelpName = "DATE" };

    private readonly Option<string> _cash =
        new("--cash") { Description = "What the account begins with [100000]", HelpName = "DOLLARS" };

    private readonly Option<string> _seed =
        new("--seed") { Description = "What made-up prices and redrawn days follow from [1]", HelpName = "N" };

    private readonly Option<string> _resamples =
        new("--resamples") { Description = "Redrawn curves for the intervals [1000]", HelpName = "N" };

    private readonly Option<string> _svg =
        new("--svg") { Description = "Where the equity curve goes, as SVG", HelpName = "FILE" };

    private readonly Option<bool> _free =
        new("--no-limits") { Description = "Let every entry through: no gates and limits of the desk" };

    public static Command Make(TimeProvider time) => new BacktestCommand().MakeCommand(time);

    private Command MakeCommand(TimeProvider time)
    {
        var command = new Command(
            "backtest",
            "A strategy on daily bars: figures with intervals, buying and holding beside it, a check for look-ahead.\n"
            + "It runs in a runner of its own; no brain is needed. Made-up prices say SYNTHETIC.\n"
            + "Example: kobe backtest trend-pullback --data my-bars --symbols SPY,QQQ --svg curve.svg");
        command.Arguments.Add(_strategy);
        foreach (var option in (Option[])[_set, _data, _symbols, _from, _to, _cash, _seed, _resamples, _svg, _free])
        {
            command.Options.Add(option);
        }

        var options = new BrainOptions().AddState(command).AddConfig(command).AddFolders(command).AddJson(command);
        command.SetAction(result =>
        {
            var folder = Directory.CreateTempSubdirectory("kobe-backtest-").FullName;
            try
            {
                HandlerCall.Run(
                    "desk.backtest", Arguments(result, folder), options.Files(result),
                    options.Config(result, new MachineZones()), Limit, time);
                if (result.GetValue(_svg) is { } picture)
                {
                    File.Copy(Path.Combine(folder, "equity.svg"), picture, overwrite: true);
                }

                Terminal.Write(new StringBuilder(File.ReadAllText(
                    Path.Combine(folder, options.Json(result) ? "result.json" : "report.txt")).TrimEnd() + "\n"));
                return ExitCode.Fine;
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private JsonElement Arguments(ParseResult result, string folder) => CallArguments.Of(writer =>
    {
        writer.WriteString("strategy", result.GetValue(_strategy)!);
        writer.WriteString("out", folder);
        CallArguments.List(writer, "parameters", result.GetValue(_set));
        CallArguments.List(writer, "symbols", result.GetValue(_symbols)?.Split(',', StringSplitOptions.TrimEntries));
        CallArguments.Text(writer, "folder", CallArguments.Folder(result.GetValue(_data)));
        CallArguments.Text(writer, "from", result.GetValue(_from));
        CallArguments.Text(writer, "to", result.GetValue(_to));
        CallArguments.Text(writer, "cash", result.GetValue(_cash));
        CallArguments.Text(writer, "seed", result.GetValue(_seed));
        CallArguments.Text(writer, "resamples", result.GetValue(_resamples));
        writer.WriteBoolean("limits", !result.GetValue(_free));
    });
}
