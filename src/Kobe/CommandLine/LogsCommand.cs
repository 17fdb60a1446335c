using System.CommandLine;
using System.Globalization;
using System.Text;
using Kobe.Config;
using Kobe.Core.Text;
using Kobe.Files;
using Kobe.Markets;

namespace Kobe.CommandLine;

/// <summary><c>kobe logs</c>: the end of the log, and what comes.</summary>
internal sealed class LogsCommand
{
    private const int UsualLines = 50;
    private const int LinesMax = 100_000;

    // As much of a file's end as can hold the lines that are usually asked for.
    private const long TailBytes = 4 * 1024 * 1024;

    // When no watch is left on the machine, the file is looked at this often.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly Option<string> _lines =
        new("--lines", "-n") { Description = $"How many [{UsualLines}]", HelpName = "N" };

    private readonly Option<string> _follow =
        new("--follow", "-f") { Description = "Goes on with what comes, until Ctrl-C", Arity = ArgumentArity.Zero };

    private readonly Option<string> _config =
        new("--config") { Description = $"The configuration [{ConfigSources.UsualFile}]", HelpName = "FILE" };

    private readonly BrainOptions _options = new();

    public static Command Make() => new LogsCommand().MakeCommand();

    private Command MakeCommand()
    {
        var command = new Command(
            "logs", "The end of the brain's log, and with -f what comes.\nExample: kobe logs -n 20");
        command.Options.Add(_lines);
        command.Options.Add(_follow);
        command.Options.Add(_config);
        _options.AddState(command).AddJson(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var path = LogFile(result);
        var (lines, end) = Tail(path, Count(result));
        if (_options.Json(result))
        {
            JsonOutput.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("file", path);
                writer.WriteStrings("lines", lines);
                writer.WriteEndObject();
            });
            return ExitCode.Fine;
        }

        Terminal.Write(new StringBuilder().AppendJoin("", lines.Select(line => line + "\n")));
        if (result.GetResult(_follow) is not null)
        {
            Follow(path, end);
        }

        return ExitCode.Fine;
    }

    private string LogFile(ParseResult result)
    {
        var diagnostics = new Diagnostics();
        var sources = new ConfigSources(result.GetValue(_config), ConfigSources.ProcessEnvironment(), []);
        var config = ConfigLoader.Load(sources, new MachineZones(), diagnostics)
            ?? throw new UserError(DiagnosticLines.Of(diagnostics));
        var path = Path.Combine(_options.State(result), config.Log.File ?? throw new UserError(
            "log.file is off, so there is no log file; the brain's console has the lines."));
        return File.Exists(path) ? path : throw new UserError(
            $"There is no log at {path}. Name the brain's state directory with --state DIR.");
    }

    private int Count(ParseResult result) => result.GetValue(_lines) is not { } text ? UsualLines
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= LinesMax
            ? count
            : throw new UserError($"--lines '{text}' is no number of lines. Write 0 to {LinesMax}.");

    private static (IReadOnlyList<string> Lines, long End) Tail(string path, int count)
    {
        using var file = Open(path);
        var start = Math.Max(0, file.Length - TailBytes);
        file.Position = start;
        using var reader = new StreamReader(file, Encoding.UTF8);
        var text = reader.ReadToEnd();
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(start > 0 ? 1 : 0).ToList();
        return (lines.Count > count ? lines.GetRange(lines.Count - count, count) : lines, start
            + Encoding.UTF8.GetByteCount(text));
    }

    private static void Follow(string path, long from)
    {
        using var changed = new AutoResetEvent(false);
        using var watcher = new FileSystemWatcher(
            Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        watcher.Changed += (_, _) => changed.Set();
        watcher.Created += (_, _) => changed.Set();
        watcher.EnableRaisingEvents = true;
        using var stdout = Console.OpenStandardOutput();
        while (true)
        {
            if (File.Exists(path))
            {
                using var file = Open(path);

                // A shorter file is a new one: the old was put aside.
                file.Position = from <= file.Length ? from : 0;
                file.CopyTo(stdout);
                stdout.Flush();
                from = file.Position;
            }

            changed.WaitOne(LookAgain);
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
