using System.Text;
using Kobe.Plugins.MarketData.Feeds;

namespace Kobe.Desk.Tests.Plugins.MarketData;

/// <summary>What feeds are written in, and what is refused.</summary>
public sealed class FeedDocumentTests
{
    private const string Rss = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>T</title>
        <item><title>ALFA &amp; sons</title><link>https://example.org/1</link><guid>g1</guid>
        <pubDate>Mon, 23 Nov 2026 09:30:00 EST</pubDate><description>&lt;b&gt;Strong&lt;/b&gt; quarter</description></item>
        <item><title>Second</title><link>javascript:alert(1)</link><pubDate>Mon, 23 Nov 2026 14:31:00 GMT</pubDate></item></channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title>Paper</title><updated>2026-11-23T10:00:00+01:00</updated>
        <link rel="self" href="https://example.org/self"/><link href="https://example.org/paper"/><summary>About it</summary></entry></feed>
        """;

    [Fact]
    public void Rss_IsRead_WithZonesByName_AndWithoutMarkupOrOddAddresses()
    {
        var entries = Read(Rss);
        var items = entries.Select(entry => entry.Item("news", FeedKind.News, Days.Instant("2026-11-23T15:00"), new HashSet<string> { "ALFA" }, false)).ToList();

        Assert.Equal(["g1", null], entries.Select(entry => entry.Id));
        Assert.Equal(Days.Instant("2026-11-23T14:30"), items[0].At);
        Assert.Equal(("ALFA & sons", "Strong quarter", "https://example.org/1"), (items[0].Title, items[0].Summary, items[0].Link));
        Assert.Equal(["ALFA"], items[0].Symbols);
        Assert.Null(items[1].Link);
        Assert.Equal(32, items[1].Id.Length);
    }

    [Fact]
    public void AtomJsonAndTables_AreRead()
    {
        var atom = Assert.Single(Read(Atom));
        Assert.Equal(("urn:1", "https://example.org/paper", Days.Instant("2026-11-23T09:00")), (atom.Id, atom.Link, atom.At!.Value.ToUniversalTime()));

        var json = Assert.Single(Read("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":7,"content_text":"Hello","date_published":"2026-11-23T09:00:00Z"}]}"""));
        Assert.Equal(("7", "Hello"), (json.Id, json.Title));

        var values = Read("""{"observations":[{"date":"2026-10-01","value":"4.25"},{"date":"2026-11-01","value":"."}]}""");
        Assert.Equal(4.25, Assert.Single(values).Value);

        Assert.Equal([1.5, 2.5], Read("date,value\n2026-10-01,1.5\n2026-10-02,\n2026-10-03,2.5\n").Select(entry => entry.Value));
        Assert.Empty(Read(" \n"));
    }

    [Theory]
    [InlineData("<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">]><rss><channel><item><title>&lol2;</title></item></channel></rss>", "DTD is prohibited")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>", "DTD is prohibited")]
    [InlineData("<html><body>Not found</body></html>", "neither rss, RDF nor feed")]
    [InlineData("<rss><channel><item>", "can't be read")]
    [InlineData("{\"hello\":1}", "neither items nor observations")]
    [InlineData("{\"items\":[", "can't be read")]
    [InlineData("date,value\n2026-10-01,1\nfoo,bar\n", "Line 3")]
    public void OddDocument_IsRefused(string text, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void DeepDocument_IsRefused_BeforeATreeIsBuilt()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 100_000));
        Assert.Contains("nested", Assert.Throws<InvalidDataException>(() => Read("<rss>" + xml)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Read("{\"items\":" + new string('[', 100_000)));
    }

    [Fact]
    public void Entries_AreLimited()
    {
        var items = string.Concat(Enumerable.Range(0, 1_500).Select(i => $"<item><title>{i}</title></item>"));
        Assert.Equal(FeedDocument.EntriesMax, Read($"<rss><channel>{items}</channel></rss>").Count);
        Assert.Equal(FeedDocument.EntriesMax, Read(string.Concat(Enumerable.Range(0, 1_500).Select(i => $"2026-01-01T00:00:00Z,{i}\n"))).Count);
    }

    [Theory]
    [InlineData("ALFA and BRAVO rise, ALFA again", "ALFA,BRAVO")]
    [InlineData("ALFALFA is a plant, ALF too", "")]
    [InlineData("IT spending grows", "")]
    [InlineData("Buy $IT now (NYSE:IT)", "IT")]
    [InlineData("Class B: BRK.B.", "BRK.B")]
    [InlineData("alfa in small letters", "")]
    public void Mention_IsAWordOfItsOwn(string text, string symbols) => Assert.Equal(
        symbols, string.Join(',', Mentions.In(text, new HashSet<string> { "ALFA", "BRAVO", "IT", "BRK.B" })));

    [Theory]
    [InlineData("ALFA beats and raises", 1)]
    [InlineData("ALFA beats but warns", 0)]
    [InlineData("Probe into fraud at ALFA", -1)]
    [InlineData("ALFA opens an office", 0)]
    public void Tone_CountsWords(string text, double tone) => Assert.Equal(tone, Mentions.Tone(text));

    [Fact]
    public void MadeUpEntries_AreTheSame_HoweverOftenIsAsked_AndSayWhatTheyAre()
    {
        var now = Days.Instant("2026-11-23T15:20");
        IReadOnlyList<FeedEntry> Of(ulong seed, DateTimeOffset after, DateTimeOffset until) =>
            MadeUpFeed.Of(seed, "top", FeedKind.News, ["ALFA", "BRAVO"], 100, after, until);

        var whole = Of(1, now.AddHours(-24), now);
        Assert.NotEmpty(whole);
        Assert.Equal(whole, Of(1, now.AddHours(-24), now.AddHours(-9)).Concat(Of(1, now.AddHours(-9), now)));
        Assert.NotEqual(whole, Of(2, now.AddHours(-24), now));
        Assert.All(whole, entry => Assert.StartsWith("SYNTHETIC: ", entry.Title, StringComparison.Ordinal));
        Assert.All(whole, entry => Assert.True(entry.At <= now));
    }

    private static IReadOnlyList<FeedEntry> Read(string text) => FeedDocument.Read(Encoding.UTF8.GetBytes(text));
}
