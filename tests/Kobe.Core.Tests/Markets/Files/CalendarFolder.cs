using System.Text;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Files;
using Kobe.Core.Text;

namespace Kobe.Core.Tests.Markets.Files;

/// <summary>A calendars folder that a test makes up, and what reading it gave.</summary>
internal sealed class CalendarFolder
{
    private readonly CalendarSet? _set;

    private CalendarFolder(CalendarSet? set, Diagnostics diagnostics) => (_set, Diagnostics) = (set, diagnostics);

    public Diagnostics Diagnostics { get; }

    /// <summary>Each error and warning as <c>file:line:column code</c>, in order; x.yaml is left out.</summary>
    public string Errors => string.Join(", ", Diagnostics.Items.Select(item =>
        $"{(item.File == "x.yaml" ? "" : item.File + ":")}{item.Line}:{item.Column} {item.Code}"));

    /// <summary>The calendars of a folder without errors.</summary>
    public CalendarSet Set
    {
        get
        {
            Assert.Equal("", Errors);
            return _set!;
        }
    }

    public static CalendarFolder Read(string text) => Read(("x.yaml", text));

    public static CalendarFolder Read(params (string File, string Text)[] files)
    {
        var diagnostics = new Diagnostics();
        var texts = Array.ConvertAll(files, file => new TextFile(file.File, Encoding.UTF8.GetBytes(file.Text)));
        var set = CalendarDirectory.Read(texts, FakeZones.Usual, diagnostics);
        Assert.Equal(diagnostics.HasErrors, set is null);
        return new(set, diagnostics);
    }

    /// <summary>A day as <c>kind open close post "name"</c>, the times by the calendar's wall clock.</summary>
    public string Day(string date, string calendar = "xnys")
    {
        var exchange = Set.Find(calendar)!.Calendar;
        var day = exchange.On(Kobe.Testing.Days.Date(date));
        return day.Session is not { } session
            ? $"{day.Kind} '{day.Name}'"
            : $"{day.Kind} {Clock(session.Pre)} {Clock(session.Open)} {Clock(session.Close)} {Clock(session.Post)}"
                + $" '{day.Name}'";

        string Clock(DateTimeOffset instant) => $"{TimeZoneInfo.ConvertTime(instant, exchange.Zone):HH:mm}";
    }
}
