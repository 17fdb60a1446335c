using System.CommandLine;
using System.Globalization;
using Kobe.Files;
using Kobe.History;
using Kobe.Journals;
using Kobe.Logging;
using Kobe.Markets;

namespace Kobe.CommandLine;

/// <summary><c>kobe history</c> and <c>kobe stats</c>: what has happened, from the journal, with or without a brain.
/// </summary>
internal sealed class HistoryCommand(TimeProvider time)
{
    private const int UsualDays = 7;

    private readonly Option<string> _from =
        new("--from") { Description = $"The first day [{UsualDays - 1} days ago]", HelpName = "DATE" };

    private readonly Option<string> _to = new("--to") { Description = "The last day [today]", HelpName = "DATE" };

    private readonly Option<string> _date = new("--date") { Description = "One day", HelpName = "DATE" };

    private readonly Option<string> _task = new("--task") { Description = "Only this task", HelpName = "TASK" };

    private readonly Option<string> _outcome = new("--outcome")
    {
        Description = "Only this outcome: " + string.Join(", ", HistoryQuery.Outcomes), HelpName = "OUTCOME",
    };

    private readonly Option<string> _limit =
        new("--limit") { Description = $"The newest so many [{HistoryQuery.UsualLimit}]", HelpName = "N" };

    private readonly Option<string> _byDay =
        new("--by-day") { Description = "A line for each day, not for each task", Arity = ArgumentArity.Zero };

    private readonly BrainOptions _options = new();

    /// <summary><c>kobe history</c>.</summary>
    public static Command Make(TimeProvider time) => new HistoryCommand(time).MakeHistory();

    /// <summary><c>kobe stats</c>.</summary>
    public static Command MakeStats(TimeProvider time) => new HistoryCommand(time).MakeStats();

    private Command MakeHistory()
    {
        var command = new Command(
            "history",
            "What became of occurrences, the newest first: each attempt, and what never started and why.\n"
            + "Example: kobe history --task data.bars --outcome failed");
        AddDates(command);
        command.Options.Add(_outcome);
        command.Options.Add(_limit);
        _options.AddState(command).AddJson(command);
        command.SetAction(result =>
        {
            var zone = Zone();
            var rows = Rows(result, zone, query => HistoryReader.Read(Journal(result), query));
            if (_options.Json(result))
            {
                JsonOutput.Write(writer => HistoryView.Write(writer, rows, zone, new Redaction()));
            }
            else if (rows.Count == 0)
            {
                Terminal.Write(new("Nothing of that kind has happened.\n"));
            }
            else
            {
                TableOutput.Write(HistoryView.Table(rows, zone));
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private Command MakeStats()
    {
        var command = new Command(
            "stats",
            "How runs went: success rate, durations and lateness, by task or by day.\n"
            + "Example: kobe stats --by-day");
        AddDates(command);
        command.Options.Add(_byDay);
        _options.AddState(command).AddJson(command);
        command.SetAction(result =>
        {
            var zone = Zone();
            var query = Query(result, zone);
            var rows = Rows(result, zone, asked => HistoryReader.All(Journal(result), asked));
            if (_options.Json(result))
            {
                JsonOutput.Write(writer => StatsView.Write(writer, rows, query.From, query.To));
            }
            else
            {
                TableOutput.Write(StatsView.Table(rows, result.GetResult(_byDay) is not null));
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private void AddDates(Command command)
    {
        command.Options.Add(_task);
        command.Options.Add(_date);
        command.Options.Add(_from);
        command.Options.Add(_to);
    }

    private T Rows<T>(ParseResult result, TimeZoneInfo zone, Func<HistoryQuery, T> read)
    {
        try
        {
            return read(Query(result, zone));
        }
        catch (JournalCorruptException corrupt)
        {
            throw new UserError([corrupt.Diagnostic.ToString()]);
        }
    }

    private HistoryQuery Query(ParseResult result, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
        var date = result.GetValue(_date) is { } one ? TimeArgument.Date("--date", one) : (DateOnly?)null;
        var to = date ?? (result.GetValue(_to) is { } last ? TimeArgument.Date("--to", last) : today);
        var from = date ?? (result.GetValue(_from) is { } first
            ? TimeArgument.Date("--from", first)
            : to.AddDays(1 - UsualDays));
        var outcome = result.GetValue(_outcome);
        return from > to ? throw new UserError($"--from {from:yyyy-MM-dd} lies after --to {to:yyyy-MM-dd}. Swap them.")
            : outcome is not null && Array.IndexOf(HistoryQuery.Outcomes, outcome) < 0
                ? throw new UserError(
                    $"--outcome '{outcome}' is none. Write one of {string.Join(", ", HistoryQuery.Outcomes)}.")
            : new(from, to) { Task = result.GetValue(_task), Outcome = outcome, Limit = Limit(result) };
    }

    private int Limit(ParseResult result) => result.GetValue(_limit) is not { } text ? HistoryQuery.UsualLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= HistoryQuery.LimitMax
            ? limit
            : throw new UserError($"--limit '{text}' is no number of rows. Write 1 to {HistoryQuery.LimitMax}.");

    private string Journal(ParseResult result)
    {
        var journal = Path.Combine(_options.State(result), "journal");
        return Directory.Exists(journal) ? journal : throw new UserError(
            $"There is no journal in '{_options.State(result)}'. Name the brain's state directory with --state DIR.");
    }

    private static TimeZoneInfo Zone() => WhenArgument.ScheduleZone(new MachineZones());
}
