using System.Globalization;
using System.Text;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Plugins.MarketData;

/// <summary>A desk on a folder of files, which a test can change between two attempts.</summary>
internal static class BarFolder
{
    /// <summary>Puts the stage's desk on a folder; what its runner had in memory is forgotten.</summary>
    public static string Use(HandlerStage stage)
    {
        var folder = Path.Combine(stage.State, "files");
        Directory.CreateDirectory(Path.Combine(folder, "daily"));
        Directory.CreateDirectory(Path.Combine(folder, "minute"));
        DeskRoom.Close(stage.State);
        stage.Place = stage.Place with { Settings = new DeskSettings { Source = folder } };
        return folder;
    }

    /// <summary>Session days up to a date with slowly climbing prices.</summary>
    public static List<(DateOnly Date, double Close)> Days(string last, int count, double start = 100)
    {
        var (days, date) = (new List<(DateOnly, double)>(), DateOnly.Parse(last, CultureInfo.InvariantCulture));
        for (var i = 0; i < count; i++)
        {
            days.Add((date, 0));
            date = Exchange.Xnys.PreviousSession(date)!.Date;
        }

        days.Reverse();
        return [.. days.Select((day, i) => (day.Item1, Math.Round(start + (0.1 * i) + (0.3 * (i % 3)), 2)))];
    }

    public static void Daily(string folder, string symbol, IEnumerable<(DateOnly Date, double Close)> days)
    {
        var text = new StringBuilder("date,open,high,low,close,volume\n");
        foreach (var (date, close) in days)
        {
            text.Append(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd},{close},{close + 1},{close - 1},{close + 0.2},100000\n");
        }

        File.WriteAllText(Path.Combine(folder, "daily", symbol + ".csv"), text.ToString());
    }

    /// <summary>Minutes of one session, each with its start at the exchange.</summary>
    public static void Minutes(string folder, string symbol, string date, IEnumerable<(string Time, double Close, int Volume)> minutes)
    {
        var text = new StringBuilder("date,open,high,low,close,volume\n");
        foreach (var (time, close, volume) in minutes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{date} {time},{close},{close + 0.1},{close - 0.1},{close},{volume}\n");
        }

        File.WriteAllText(Path.Combine(folder, "minute", symbol + ".csv"), text.ToString());
    }

    /// <summary>Minutes without a hole from a time on.</summary>
    public static IEnumerable<(string Time, double Close, int Volume)> Row(string from, int count, double close = 100, int volume = 1000)
    {
        var first = TimeOnly.Parse(from, CultureInfo.InvariantCulture);
        return Enumerable.Range(0, count).Select(i => (first.AddMinutes(i).ToString("HH:mm", CultureInfo.InvariantCulture), close, volume));
    }

    public static BarSeries Stored(HandlerStage stage, string symbol) => DeskSession.Of(stage.Context()).Raw(symbol);
}
