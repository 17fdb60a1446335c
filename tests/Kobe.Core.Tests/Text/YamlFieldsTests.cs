using Kobe.Core.Text;

namespace Kobe.Core.Tests.Text;

public class YamlFieldsTests
{
    private static readonly YamlKeys Row = new("a row", ["id", "v", "other"], "id");

    private enum Word
    {
        Close,
        EarlyClose,
        POWER_HOUR,
    }

    [Theory]
    // Keys.
    [InlineData("{id: x, v: 1}",        "")]
    [InlineData("{v: 1}",               "1:1 KOBE1030")]
    [InlineData("{id: x, ohter: 1}",    "1:9 KOBE1003")]
    [InlineData("{id: x, w: 1, z: 2}",  "1:9 KOBE1003, 1:15 KOBE1003")]
    [InlineData("{Id: x}",              "1:1 KOBE1030, 1:2 KOBE1003")]
    // Kinds.
    [InlineData("[id]",                 "1:1 KOBE1032")]
    [InlineData("id",                   "1:1 KOBE1032")]
    public void Of_ChecksTheKeys(string text, string expected)
    {
        var file = YamlFile.Read(text);
        YamlFields.Of(file.Node!, Row, file.Diagnostics);
        Assert.Equal(expected, file.Errors);
    }

    [Theory]
    [InlineData("ohter: 1",  "Did you mean 'other'? Its keys are: id, v, other.")]
    [InlineData("zzz: 1",    "Its keys are: id, v, other.")]
    [InlineData("v:5m: ",    "Put a space behind the colon: 'v: 5m'.")]
    public void Of_SaysWhichKeyWouldBeRight(string entry, string hint)
    {
        var file = YamlFile.Read("id: x\n" + entry);
        YamlFields.Of(file.Node!, Row, file.Diagnostics);
        Assert.Equal(hint, Assert.Single(file.Diagnostics.Items).Hint);
    }

    [Theory]
    [InlineData("true",     true,  "")]
    [InlineData("false",    false, "")]
    [InlineData("True",     null,  "Did you mean true?")]
    [InlineData("yes",      null,  "Did you mean true?")]
    [InlineData("off",      null,  "Did you mean false?")]
    [InlineData("\"true\"", null,  "Did you mean true?")]
    [InlineData("maybe",    null,  "Write true or false")]
    public void Bool_IsTrueOrFalse(string text, bool? expected, string hint) =>
        Expect(text, f => f.Bool("v"), expected, TextCodes.BadBoolean, hint);

    [Theory]
    [InlineData("1",           1,    null,                 "")]
    [InlineData("10",          10,   null,                 "")]
    [InlineData("-3",          -3,   null,                 "")]
    [InlineData("0",           0,    null,                 "")]
    [InlineData("11",          null, TextCodes.OutOfRange, "Write a number from -3 to 10.")]
    [InlineData("-4",          null, TextCodes.OutOfRange, "Write a number from -3 to 10.")]
    [InlineData("99999999999", null, TextCodes.OutOfRange, "Write a number from -3 to 10.")]
    [InlineData("\"3\"",       null, TextCodes.BadInteger, "Write 3 without quotes.")]
    [InlineData("3.0",         null, TextCodes.BadInteger, "Write a number from -3 to 10.")]
    [InlineData("03",          null, TextCodes.BadInteger, "Write a number from -3 to 10.")]
    [InlineData("+3",          null, TextCodes.BadInteger, "Write a number from -3 to 10.")]
    [InlineData("1_0",         null, TextCodes.BadInteger, "Write a number from -3 to 10.")]
    [InlineData("0x3",         null, TextCodes.BadInteger, "Write a number from -3 to 10.")]
    [InlineData("three",       null, TextCodes.BadInteger, "Write a number from -3 to 10.")]
    public void Number_IsAWholeNumberInRange(string text, int? expected, string? code, string hint) =>
        Expect(text, f => f.Number("v", -3, 10), expected, code, hint);

    [Theory]
    [InlineData("09:35",      "09:35", "")]
    [InlineData("\"00:00\"",  "00:00", "")]
    [InlineData("23:59",      "23:59", "")]
    [InlineData("9:15",       null,    "Did you mean '09:15'?")]
    [InlineData("24:00",      null,    "A day ends before 24:00: write 00:00 and let it")]
    [InlineData("09:15 PM",   null,    "Did you mean '21:15'?")]
    [InlineData("12:15 am",   null,    "Did you mean '00:15'?")]
    [InlineData("12pm",       null,    "Did you mean '12:00'?")]
    [InlineData("13:15 PM",   null,    "Write it as HH:mm")]
    [InlineData("09:15:30",   null,    "Did you mean '09:15'?")]
    [InlineData("0915",       null,    "Did you mean '09:15'?")]
    [InlineData("915",        null,    "Did you mean '09:15'?")]
    [InlineData("9.15",       null,    "Did you mean '09:15'?")]
    [InlineData("09:60",      null,    "Write it as HH:mm")]
    [InlineData("25:00",      null,    "Write it as HH:mm")]
    [InlineData("-9:15",      null,    "Write it as HH:mm")]
    [InlineData("noon",       null,    "Write it as HH:mm")]
    [InlineData("٠٩:١٥",      null,    "Write it as HH:mm")]
    public void Time_IsHoursAndMinutes(string text, string? expected, string hint) =>
        Expect(text, f => f.Time("v")?.ToString("HH:mm"), expected, TextCodes.BadTime, hint);

    [Theory]
    [InlineData("2026-11-27",   "2026-11-27", "")]
    [InlineData("2028-02-29",   "2028-02-29", "")]
    [InlineData("2026-02-29",   null,         "2026-02 has the days 01 to 28, not 29.")]
    [InlineData("2026-13-01",   null,         "A year has the months 01 to 12")]
    [InlineData("2026-11-00",   null,         "2026-11 has the days 01 to 30, not 00.")]
    [InlineData("0000-01-01",   null,         "A year has the months 01 to 12")]
    [InlineData("2026-2-3",     null,         "Did you mean '2026-02-03'?")]
    [InlineData("2026/11/27",   null,         "Did you mean '2026-11-27'?")]
    [InlineData("11/27/2026",   null,         "Write it as yyyy-MM-dd")]
    [InlineData("2026-11-27T0", null,         "Write it as yyyy-MM-dd")]
    [InlineData("20261127",     null,         "Write it as yyyy-MM-dd")]
    [InlineData("today",        null,         "Write it as yyyy-MM-dd")]
    public void Date_IsADayThatExists(string text, string? expected, string hint) =>
        Expect(text, f => f.Date("v")?.ToString("yyyy-MM-dd"), expected, TextCodes.BadDate, hint);

    [Theory]
    [InlineData("5m",     "5m",  null,                  "")]
    [InlineData("\"1h\"", "1h",  null,                  "")]
    [InlineData("30",     null,  TextCodes.BadDuration, "It needs a unit: 30s, 30m, 30h or 30d.")]
    [InlineData("5 M",    null,  TextCodes.BadDuration, "Did you mean '5m'?")]
    [InlineData("5min",   null,  TextCodes.BadDuration, "Write whole numbers with the units")]
    [InlineData("2h",     null,  TextCodes.OutOfRange,  "Write a duration from 1s to 1h.")]
    [InlineData("0s",     null,  TextCodes.OutOfRange,  "Write a duration from 1s to 1h.")]
    public void Duration_IsInRange(string text, string? expected, string? code, string hint) =>
        Expect(
            text,
            f => f.Duration("v", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)) is { } found
                ? DurationText.Format(found)
                : null,
            expected, code, hint);

    [Theory]
    [InlineData("close",       "Close",      "")]
    [InlineData("CLOSE",       "Close",      "")]
    [InlineData("early_close", "EarlyClose", "")]
    [InlineData("Early-Close", "EarlyClose", "")]
    [InlineData("power_hour",  "POWER_HOUR", "")]
    [InlineData("erly_close",  null,         "Did you mean 'early_close'? Possible are: close, early_close")]
    [InlineData("earlyclose",  null,         "Did you mean 'early_close'?")]
    [InlineData("0",           null,         "Possible are: close, early_close, POWER_HOUR.")]
    public void Choice_IsOneOfTheNames(string text, string? expected, string hint) =>
        Expect(text, f => f.Choice<Word>("v")?.ToString(), expected, TextCodes.UnknownName, hint);

    [Theory]
    [InlineData("a",           "a",    "")]
    [InlineData("[a, \"b\"]",  "a b",  "")]
    [InlineData("\n- a\n- b",  "a b",  "")]
    [InlineData("[]",          null,   "2:4 KOBE1040")]
    [InlineData("{a: 1}",      null,   "2:4 KOBE1032")]
    [InlineData("[a, [b], {}]",null,   "2:8 KOBE1032, 2:13 KOBE1032")]
    [InlineData("[a, ~]",      null,   "2:8 KOBE1031")]
    [InlineData("",            null,   "2:3 KOBE1031")]
    public void Scalars_TakesAListOrOne(string text, string? expected, string errors)
    {
        var (fields, diagnostics) = YamlFile.Fields("id: x\nv: " + text, Row);
        var found = fields.Scalars("v");
        Assert.Equal(expected, found is null ? null : string.Join(" ", found.Select(s => s.Value)));
        Assert.Equal(errors, string.Join(", ", diagnostics.Items.Select(d => $"{d.Line}:{d.Column} {d.Code}")));
    }

    [Fact]
    public void Getters_RecordEveryError_InOneReading()
    {
        var file = YamlFile.Read(
            "- {id: , v: 9:15, other: [x]}\n- {id: b, v: \"${HOUR}\", other: &a c}\n- 5", ("HOUR", "25"));
        foreach (var item in Assert.IsType<YamlSequence>(file.Node).Items)
        {
            var fields = YamlFields.Of(item, Row, file.Diagnostics);
            _ = (fields?.Text("id"), fields?.Time("v"), fields?.Text("other"), fields?.Text("absent"));
        }

        Assert.Equal(
            "1:8 KOBE1031, 1:13 KOBE1036, 1:26 KOBE1032, 2:14 KOBE1036, 2:32 KOBE1008, 3:3 KOBE1032", file.Errors);
        Assert.Equal(
            "f.yaml:2:14: error KOBE1036: 'v' is '25' (from the variable HOUR), not a time of day. " +
            "Write it as HH:mm in 24 hours with two digits each, from 00:00 to 23:59.",
            file.Diagnostics.Items[3].ToString());
    }

    [Fact]
    public void Getters_AreSilent_WhenTheReaderRefusedTheValue()
    {
        var file = YamlFile.Read("id: *a\nv: [*b, c]\nother: *c");
        var fields = YamlFields.Of(file.Node!, Row, file.Diagnostics)!;
        _ = (fields.Text("id"), fields.Scalars("v"), fields.Fields("other", Row), fields.Rows("other", Row));
        Assert.Equal("1:5 KOBE1009, 2:5 KOBE1009, 3:8 KOBE1009", file.Errors);
    }

    [Fact]
    public void Rows_RefusesTooMany()
    {
        var (fields, diagnostics) = YamlFile.Fields("id: x\nv: [{id: a}, {id: b}, {id: c}]", Row);
        Assert.Equal(3, fields.Rows("v", Row, 3)!.Count);
        Assert.Null(fields.Rows("v", Row, 2));
        var error = Assert.Single(diagnostics.Items);
        Assert.Equal((2, 23, TextCodes.TooManyItems), (error.Line, error.Column, error.Code));
    }

    private static void Expect<T>(string text, Func<YamlFields, T> get, T expected, string? code, string hint)
    {
        var (fields, diagnostics) = YamlFile.Fields("id: x\nv: " + text, Row);
        Assert.Equal(expected, get(fields));
        if (expected is not null)
        {
            Assert.Empty(diagnostics.Items);
            return;
        }

        var error = Assert.Single(diagnostics.Items);
        Assert.Equal((code, 2, 4), (error.Code, error.Line, error.Column));
        Assert.StartsWith(hint, error.Hint);
    }
}
