using Kobe.Testing;

namespace Kobe.Core.Tests.Schedules;

/// <summary>
/// What is said about wrong rows and files, to the letter: the texts and the answers stand in tests/fixtures/schedule.
/// </summary>
public class ScheduleErrorTests
{
    [Fact]
    public void WrongRows_AreRefusedInTheseWords() =>
        Compare("row-errors.txt", text => string.Concat(
            from line in Lines(text)
            where !IsAnswer(line)
            select IsComment(line) ? line + "\n" : line + "\n" + Answers(ScheduleText.ErrorsOf(line))));

    [Fact]
    public void WrongFiles_AreRefusedInTheseWords() =>
        Compare("file-errors.txt", text => string.Join("\n", text.Split("\n\n").Select(Block)));

    private static string Block(string block)
    {
        var given = Lines(block).Where(line => !IsAnswer(line)).ToList();
        var yaml = string.Join('\n',
            given.Where(line => line.StartsWith('|')).Select(line => line.Length > 2 ? line[2..] : ""));
        var reading = ScheduleText.Read(yaml);
        Assert.Null(reading.Schedule);
        return string.Concat(given.Select(line => line + "\n"))
            + Answers(reading.Diagnostics.Items.Select(item => item.ToString()));
    }

    // The answer as a whole, so that a change of words shows as a difference of this file.
    private static void Compare(string file, Func<string, string> answer)
    {
        var approved = File.ReadAllText(Repository.At("tests", "fixtures", "schedule", file));
        var received = answer(approved.TrimEnd('\n'));
        if (received != approved)
        {
            var path = Path.Combine(AppContext.BaseDirectory, file);
            File.WriteAllText(path, received);
            Assert.Equal(Lines(approved), Lines(received));
        }
    }

    private static string Answers(IEnumerable<string> answers) =>
        string.Concat(answers.Select(answer => "    " + answer + "\n"));

    private static bool IsAnswer(string line) => line.StartsWith("    ", StringComparison.Ordinal);

    private static bool IsComment(string line) => line.Length == 0 || line[0] == '#';

    private static string[] Lines(string text) => text.Split('\n');
}
