using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Schedules;
using Kobe.Core.Schedules.Reading;
using Kobe.Testing;

namespace Kobe.Core.Tests.Schedules;

/// <summary>schedule/task.schema.json knows exactly the keys and words that the reader knows.</summary>
public class SchemaTests
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(Repository.At("schedule", "task.schema.json"))).RootElement;

    private static readonly JsonElement Definitions = Schema.GetProperty("$defs");

    private static readonly JsonElement Keys = Definitions.GetProperty("row").GetProperty("properties");

    [Fact]
    public void Row_HasTheReadersKeys_AndNoOthers()
    {
        Assert.Equal(RowKeys.Names, Names(Keys));
        Assert.False(Definitions.GetProperty("row").GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void File_HasTheReadersKeys() => Assert.Equal(["zone", "defaults", "tasks"], Names(Schema.GetProperty("properties")));

    [Fact]
    public void Defaults_HaveEveryKeyThatMayStandThere()
    {
        var defaults = Schema.GetProperty("properties").GetProperty("defaults").GetProperty("properties");

        Assert.Equal(RowKeys.Names.Where(name => !RowKeys.BelongsToRow(RowKeys.Find(name)!.Value)), Names(defaults));
        Assert.All(defaults.EnumerateObject(), key =>
            Assert.Equal($"#/$defs/row/properties/{key.Name}", key.Value.GetProperty("$ref").GetString()));
    }

    [Fact]
    public void Row_HasExactlyOneTrigger() => Assert.Equal(
        RowKeys.Names.Where(name => RowKeys.IsTrigger(RowKeys.Find(name)!.Value)),
        Definitions.GetProperty("row").GetProperty("oneOf").EnumerateArray()
            .Select(item => item.GetProperty("required")[0].GetString()));

    [Fact]
    public void Selectors_AreTheReaders() => Assert.Equal(DaySelector.Names, Words(Definitions.GetProperty("selector")));

    [Fact]
    public void Phases_AreTheReaders_AndTheGroupsAmongThem() =>
        Assert.Equal(
            Enum.GetNames<Phase>().Concat(Enum.GetNames<PhaseGroup>()).Distinct().Order(),
            Words(Definitions.GetProperty("phase")).Order());

    [Fact]
    public void Modes_AreTheReaders_WithoutSleep() =>
        Assert.Equal(
            Enum.GetNames<Mode>().Where(name => name != nameof(Mode.SLEEP)).Order(),
            Words(Definitions.GetProperty("mode")).Order());

    [Fact]
    public void Seasons_AreTheReaders() =>
        Assert.Equal(
            Enum.GetNames<Season>().Where(name => name != nameof(Season.NONE)).Order(),
            Words(Definitions.GetProperty("season")).Order());

    // Each word of the schema is taken, and a word that is none is refused with the words that are.
    [Theory]
    [InlineData("category",    "kind: other")]
    [InlineData("kind",        "category: trading")]
    [InlineData("priority",    "")]
    [InlineData("catch_up",    "")]
    [InlineData("on_unknown",  "")]
    [InlineData("overlap",     "")]
    [InlineData("dst_gap",     "")]
    [InlineData("dst_overlap", "")]
    public void Words_AreTheReaders(string key, string with)
    {
        var more = with.Length == 0 ? "" : ", " + with;
        foreach (var word in Words(Keys.GetProperty(key)))
        {
            Assert.DoesNotContain(ScheduleText.ErrorsOf($"at: \"10:00\", {key}: {word}{more}"), IsAboutWord);
        }

        var refusal = Assert.Single(ScheduleText.ErrorsOf($"at: \"10:00\", {key}: nonsense{more}"), IsAboutWord);
        var possible = refusal[(refusal.IndexOf("Possible are: ", StringComparison.Ordinal) + 14)..].TrimEnd('.');
        Assert.Equal(possible.Split(", ").Order(), Words(Keys.GetProperty(key)).Order());
    }

    private static bool IsAboutWord(string error) => error.Contains("Possible are", StringComparison.Ordinal);

    private static IEnumerable<string> Names(JsonElement element) =>
        element.EnumerateObject().Select(member => member.Name);

    private static string[] Words(JsonElement element) =>
        [.. element.GetProperty("anyOf").EnumerateArray().Where(option => option.TryGetProperty("enum", out _))
            .SelectMany(option => option.GetProperty("enum").EnumerateArray()).Select(word => word.GetString()!)];
}
