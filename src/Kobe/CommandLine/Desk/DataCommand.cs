using System.CommandLine;
using System.Text;
using System.Text.Json;
using Kobe.Files;
using Kobe.Markets;
using Kobe.Operation;

namespace Kobe.CommandLine.Desk;

/// <summary><c>kobe data import</c>: bars of a folder into the desk's store.</summary>
internal static class DataCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    public static Command Make(TimeProvider time)
    {
        var data = new Command("data", "The desk's store of bars.\nExample: kobe data import my-bars");
        data.Subcommands.Add(MakeImport(time));
        return data;
    }

    private static Command MakeImport(TimeProvider time)
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "Has daily/SYMBOL.csv, and factors/ and minute/ where there are any",
        };
        var symbols = new Option<string>("--symbols")
        {
            Description = "Only these, with commas between them", HelpName = "A,B",
        };
        var command = new Command(
            "import",
            "Takes bars into the store, says what may be wrong with them, and sets aside what can't be true. A file\n"
            + "that can't be read refuses the import whole. The same folder twice adds nothing.\n"
            + "Example: kobe data import my-bars --symbols SPY,QQQ");
        command.Arguments.Add(folder);
        command.Options.Add(symbols);
        var options = new BrainOptions().AddState(command).AddConfig(command).AddFolders(command).AddJson(command);
        command.SetAction(result =>
        {
            var source = CallArguments.Folder(result.GetValue(folder))!;
            if (LiveBrain.Find(options.State(result)) is { } brain)
            {
                throw new UserError(
                    $"A brain (pid {brain.Pid}) uses this store. Stop it, or import into another --state.",
                    ExitCode.Failed);
            }

            OwnerDirectory.Make(options.State(result));
            var target = Directory.CreateTempSubdirectory("kobe-import-").FullName;
            try
            {
                HandlerCall.Run(
                    "desk.import_bars",
                    CallArguments.Of(writer =>
                    {
                        writer.WriteString("folder", source);
                        writer.WriteString("out", target);
                        CallArguments.List(
                            writer, "symbols", result.GetValue(symbols)?.Split(',', StringSplitOptions.TrimEntries));
                    }),
                    options.Files(result), options.Config(result, new MachineZones()), Limit, time);
                Print(target, options.Json(result));
                return ExitCode.Fine;
            }
            finally
            {
                Directory.Delete(target, recursive: true);
            }
        });
        return command;
    }

    private static void Print(string target, bool json)
    {
        var text = File.ReadAllText(Path.Combine(target, "result.json"));
        if (json)
        {
            Terminal.Write(new StringBuilder(text + "\n"));
            return;
        }

        Terminal.Write(new StringBuilder(File.ReadAllText(Path.Combine(target, "report.txt"))));
        using var document = JsonDocument.Parse(text);
        var (series, added, known, aside) = (0, 0, 0, 0);
        foreach (var one in document.RootElement.GetProperty("series").EnumerateArray())
        {
            series++;
            added += one.GetProperty("added").GetInt32();
            known += one.GetProperty("known").GetInt32();
            aside += one.GetProperty("quarantined").GetInt32();
        }

        Terminal.Write(new StringBuilder(
            $"{series} series: {added} bars added, {known} known before, {aside} set aside in quarantine.\n"));
    }
}
