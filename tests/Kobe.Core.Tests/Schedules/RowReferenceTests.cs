using System.Text.RegularExpressions;
using Kobe.Core.Schedules.Reading;
using Kobe.Testing;

namespace Kobe.Core.Tests.Schedules;

/// <summary>The table of columns in schedule/README.md: every key is there, and each example does what it says.</summary>
public partial class RowReferenceTests
{
    private const string Other = "  - { id: other, run: y, at: \"09:00\" }\n";

    private static readonly string[] Triggers = ["at", "every", "whenever", "cron", "once", "on_start"];

    public static TheoryData<string, string, string, string> Rows { get; } = Read();

    [Fact]
    public void Table_HasEveryKeyOnce() => Assert.Equal(RowKeys.Names, Rows.Select(row => row.Data.Item1));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Examples_AreRightAndWrong_AsTheTableSays(string key, string right, string wrong, string code)
    {
        Assert.Equal([], Codes(right));
        Assert.Equal([code], Codes(wrong).Distinct());
        Assert.Contains(key + ":", right, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Codes(string keys)
    {
        var row = keys;
        row = Has(row, "id") ? row : "id: x, " + row;
        row = Has(row, "run") ? row : "run: y, " + row;
        row = Triggers.Any(trigger => Has(row, trigger)) ? row : "at: \"10:00\", " + row;
        return ScheduleText.Read($"tasks:\n  - {{ {row} }}\n{Other}").Diagnostics.Items.Select(item => item.Code);
    }

    private static bool Has(string row, string key) => Regex.IsMatch(row, $@"(^|, ){key}: ");

    private static TheoryData<string, string, string, string> Read()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (Match row in Line().Matches(File.ReadAllText(Repository.At("schedule", "README.md"))))
        {
            data.Add(row.Groups["key"].Value, row.Groups["right"].Value, row.Groups["wrong"].Value,
                row.Groups["code"].Value);
        }

        return data;
    }

    [GeneratedRegex(
        @"^\| `(?<key>\w+)` \| [^|]+ \| `(?<right>[^|]+)` \| `(?<wrong>[^|]+)` \| (?<code>KOBE\d+) \|$",
        RegexOptions.Multiline)]
    private static partial Regex Line();
}
