using System.Globalization;
using Kobe.Core.Runs;
using Kobe.Simulation.Laws;

namespace Kobe.Tests.Simulation.Laws;

public class KeyBooksTests
{
    // More than are kept, whatever their number is.
    private const int Dates = 40;
    private static readonly DateOnly First = new(2026, 1, 1);

    private readonly KeyBooks _books = new();

    [Fact]
    public void Record_OfAForgottenDate_IsUsedAgain_AndKnowsNothingOfIt()
    {
        var old = Enumerable.Range(0, Dates).Select(day => Finished(day)).ToHashSet();

        _books.Forget();

        Assert.Null(_books.Find(Key(0)));
        var next = _books.Of(Key(Dates));
        Assert.Contains(next, old);
        Assert.Equal(Key(Dates), next.Key);
        Assert.Equal((false, 0, 0, null), (next.Journal.IsKnown, next.Effects, next.Called, next.Tally));
    }

    [Fact]
    public void Date_IsForgotten_OnlyWhenNoPowerCutCanTakeBackWhatWasWritten()
    {
        for (var day = 0; day < Dates; day++)
        {
            Finished(day);
        }

        _books.NoteWritten(_books.Find(Key(0)));
        _books.Forget();
        Assert.NotNull(_books.Find(Key(0)));

        _books.Synced();
        _books.Forget();
        Assert.Null(_books.Find(Key(0)));
    }

    [Fact]
    public void Date_WithAnOpenRun_IsNotForgotten()
    {
        for (var day = 0; day < Dates; day++)
        {
            Finished(day).Journal.IsFinal = day > 0;
        }

        _books.Forget();

        Assert.NotNull(_books.Find(Key(0)));
        Assert.Null(_books.Find(Key(1)));
    }

    [Fact]
    public void Keys_ThatLookAlike_HaveRecordsOfTheirOwn()
    {
        var keys = (from task in Enumerable.Range(0, 100) from slot in Enumerable.Range(0, 100)
                    select new OccurrenceKey($"task_{task / 10}_of_{task % 10}", First, Slot(slot))).ToList();
        var records = keys.ConvertAll(key => _books.Of(key));

        Assert.Equal(keys, records.Select(record => record.Key));
        Assert.Equal(records, keys.Select(key => _books.Find(key)));
        Assert.Equal(keys.Count, records.Distinct().Count());
    }

    private KeyRecord Finished(int day)
    {
        var record = _books.Of(Key(day));
        record.Journal = new() { IsKnown = true, IsFinal = true };
        record.Effects = record.Called = 2;
        record.Tally = new("task");
        return record;
    }

    private static OccurrenceKey Key(int day) => new("task", First.AddDays(day), Slot(day));

    private static string Slot(int number) => "09:" + number.ToString("00", CultureInfo.InvariantCulture);
}
