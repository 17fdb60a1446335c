using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Input;

/// <summary>Arguments that are wrong: a sentence, exit 2, and nothing else.</summary>
public class ArgumentTests
{
    [Theory]
    // arguments                                        first sentence, or its beginning
    // times
    [InlineData("awareness --at nonsense",                    "--at 'nonsense' is no time that exists. Write 2026-11-")]
    [InlineData("awareness --at 2026-02-30",                  "--at '2026-02-30' is no time that exists.")]
    [InlineData("awareness --at 2026-11-27T25:00",            "--at '2026-11-27T25:00' is no time that exists.")]
    [InlineData("awareness --at 2026-11-27T12:60",            "--at '2026-11-27T12:60' is no time that exists.")]
    [InlineData("awareness --at 2026-11-27T12:59+99:00",      "--at '2026-11-27T12:59+99:00' is no time that exists.")]
    [InlineData("awareness --at 12:59",                       "--at '12:59' is no time that exists.")]
    [InlineData("awareness --at=",                            "Required argument missing for option: '--at'.")]
    [InlineData("awareness --at",                             "Required argument missing for option: '--at'.")]
    [InlineData("awareness --at 1989-12-31T23:59",            "--at '1989-12-31T23:59' lies outside the calendar, 199")]
    [InlineData("awareness --at 2101-01-01",                  "--at '2101-01-01' lies outside the calendar, 1990-01-0")]
    [InlineData("awareness --at 0001-01-01T00:00+14:00",      "--at '0001-01-01T00:00+14:00' ")]
    [InlineData("awareness --at 9999-12-31T23:59-14:00",      "--at '9999-12-31T23:59-14:00' ")]
    [InlineData("awareness --at 1990-01-01T00:00Z",           "1989-12-31 in America/New_York lies outside the calend")]
    [InlineData("awareness --at 2100-12-31T23:00-05:00 --calendar crypto","2101-01-01 in UTC lies outside the calenda")]
    // days
    [InlineData("calendar --from 2026-02-30",                 "--from '2026-02-30' is no date that exists. 2026-02 ha")]
    [InlineData("calendar --to 2026-13-01",                   "--to '2026-13-01' is no date that exists.")]
    [InlineData("calendar --from 27.11.2026",                 "--from '27.11.2026' is no date that exists.")]
    [InlineData("calendar --from 2026-03-01 --to 2026-02-01", "--from 2026-03-01 lies after --to 2026-02-01. Swap the")]
    [InlineData("calendar --from 1989-12-31",                 "--from '1989-12-31' lies outside the calendar,")]
    [InlineData("calendar --from 2026-01-01 --to 2101-01-01", "--to '2101-01-01' lies outside the calendar,")]
    [InlineData("calendar --from 2026-01-01 --from 2026-01-02","Option '--from' expects a single argument but 2 were")]
    // names
    [InlineData("awareness --zone Europe/Londn",              "This machine knows no zone 'Europe/Londn'. Did you mea")]
    [InlineData("awareness --zone america/new_york",          "This machine knows no zone 'america/new_york'. Did you")]
    [InlineData("awareness --zone Mars/Olympus",              "This machine knows no zone 'Mars/Olympus'. Write an IA")]
    [InlineData("awareness --zone /etc/passwd",               "This machine knows no zone '/etc/passwd'. Write an IAN")]
    [InlineData("awareness --zone ../../etc/passwd",          "This machine knows no zone '../../etc/passwd'. Write a")]
    [InlineData("awareness --zone=",                          "Required argument missing for option: '--zone'.")]
    [InlineData("calendar --zone Bad/Zone",                   "This machine knows no zone 'Bad/Zone'.")]
    [InlineData("awareness --calendar xnyz",                  "There is no calendar 'xnyz'. Did you mean xnys?")]
    [InlineData("calendar --calendar tokyo",                  "There is no calendar 'tokyo'. Known are: crypto, xnys.")]
    // what does not exist
    [InlineData("awareness --schedule nowhere",               "The schedule directory 'nowhere' is missing. Name one ")]
    [InlineData("calendar --schedule=",                       "Required argument missing for option: '--schedule'.")]
    [InlineData("awareness --bogus",                          "Unrecognized command or argument '--bogus'.")]
    [InlineData("awareness more",                             "Unrecognized command or argument 'more'.")]
    [InlineData("--awareness awareness",                      "Unrecognized command or argument 'awareness'.")]
    [InlineData("awareness @nowhere",                         "Unrecognized command or argument '@nowhere'.")]
    [InlineData("bogus",                                      "There is no command 'bogus'.")]
    [InlineData("explian",                                    "There is no command 'explian'. Did you mean explain?")]
    [InlineData("",                                           "Required command was not provided.")]
    public async Task Kobe_SaysWhatIsWrong(string arguments, string sentence)
    {
        var result = await KobeProcess.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.StartsWith(sentence, result.ShouldRefuse().Refusals[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kobe_NamesWhatItDoesNotKnow_AndWhereHelpIs() =>
        Assert.Equal(
            ["There is no command 'bogus'.", "Try 'kobe --help'."],
            (await KobeProcess.Run("bogus")).ShouldRefuse().Refusals);
}
