using System.CommandLine;
using System.Text;
using Kobe.Core.Schedules.Importing;
using Kobe.Files;
using Kobe.Markets;

namespace Kobe.CommandLine;

/// <summary><c>kobe import</c>: a list of HH:MM rows as schedule files.</summary>
internal sealed class ImportCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "Time, name, function, priority, days" };

    private readonly Option<string> _out =
        new("--out") { Description = "Write files into this folder; none that exists", HelpName = "DIR" };

    private readonly Option<bool> _calendarDays =
        new("--calendar-days") { Description = "Keep weekdays as Monday to Friday [they become trading-days]" };

    private readonly Option<string> _priorities =
        new("--priority-map") { Description = "What priorities become [1=2]", HelpName = "1=2,5=4" };

    private readonly Option<string> _zone =
        new("--zone") { Description = $"The zone of the times [{CommonOptions.DefaultZone}]", HelpName = "ZONE" };

    private readonly Option<bool> _json = new("--json") { Description = "A summary as one JSON document on stdout" };

    public static Command Make() => new ImportCommand().MakeCommand();

    private Command MakeCommand()
    {
        var command = new Command(
            "import",
            "A list of HH:MM rows, columns divided by tabs, as schedule files; what changes is said on stderr.\n"
            + "Example: kobe import tasks.tsv --out imported");
        command.Arguments.Add(_file);
        command.Options.Add(_out);
        command.Options.Add(_calendarDays);
        command.Options.Add(_priorities);
        command.Options.Add(_zone);
        command.Options.Add(_json);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var path = result.GetValue(_file)!;
        var zones = new MachineZones();
        var zone = CommonOptions.FindZone(result.GetValue(_zone) ?? CommonOptions.DefaultZone, zones).Id;
        var import = ImportReader.Read(path, SingleFile.Read(path), Settings(result));
        if (import.Diagnostics.HasErrors)
        {
            throw new UserError(DiagnosticLines.Of(import.Diagnostics));
        }

        var source = Path.GetFileName(path);
        var folder = result.GetValue(_out);
        var files = folder is null
            ? [new ImportedFile("", import.Tasks.Count, ImportWriter.One(import.Tasks, zone, source))]
            : ImportWriter.Files(import.Tasks, zone, source);
        if (folder is not null)
        {
            NewFiles.Write(folder, [.. files.Select(file => (file.Name, file.Text))]);
        }

        Say(result, import, folder, files);
        return ExitCode.Fine;
    }

    private ImportSettings Settings(ParseResult result)
    {
        if (result.GetValue(_priorities) is not { } text)
        {
            return ImportSettings.Default with { CalendarDays = result.GetValue(_calendarDays) };
        }

        return PriorityMap.TryParse(text, out var map, out var problem)
            ? new(result.GetValue(_calendarDays), map!)
            : throw new UserError("--priority-map: " + problem);
    }

    private void Say(ParseResult result, Import import, string? folder, IReadOnlyList<ImportedFile> files)
    {
        foreach (var line in ImportNotes.Lines(import.Changes))
        {
            Terminal.Complain("kobe: " + line);
        }

        if (result.GetValue(_json))
        {
            JsonOutput.Write(writer => ImportView.Write(writer, import, folder, files));
        }
        else if (folder is null)
        {
            Terminal.Write(new StringBuilder(files[0].Text));
        }
        else
        {
            TableOutput.Write(ImportView.Table(folder, files));
        }
    }
}
