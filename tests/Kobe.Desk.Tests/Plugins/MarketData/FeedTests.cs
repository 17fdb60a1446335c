using System.IO.Compression;
using System.Text;
using Kobe.Contracts;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.MarketData.Feeds;
using Kobe.Plugins.MarketData.Watching;
using Microsoft.AspNetCore.Http;

namespace Kobe.Desk.Tests.Plugins.MarketData;

/// <summary>Feeds are read from a server, a file, or made up; only what is new is kept.</summary>
public sealed class FeedTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HandlerStage _stage = new(HandlerStage.At("2026-11-23", "12:00"));

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Server_IsAskedForWhatHasChanged_AndKnownEntriesAreNoNews()
    {
        var second = false;
        await using var server = await FeedStandIn.StartAsync(async (http, _) =>
        {
            var tag = second ? "\"v2\"" : "\"v1\"";
            http.Response.Headers.ETag = tag;
            if (http.Request.Headers.IfNoneMatch == tag)
            {
                http.Response.StatusCode = 304;
                return;
            }

            await http.Response.WriteAsync(Rss(second ? ["ALFA wins", "BRAVO cuts", "Third"] : ["ALFA wins", "ALFA wins", "BRAVO cuts"]));
        });
        var arguments = News(server.Address);

        var first = await _stage.SucceedAsync(new FeedHandler(), arguments);
        Assert.Equal((3L, 2L, 1L), (first.Evidence.Counts["entries"], first.Evidence.Counts["new"], first.Evidence.Counts["known"]));
        Assert.Equal("top has not changed since it was read", await _stage.SkipAsync(new FeedHandler(), arguments));
        Assert.Equal("top has not changed since it was read", await _stage.SkipAsync(new FeedHandler(), arguments));
        second = true;
        Assert.Equal(1, (await _stage.SucceedAsync(new FeedHandler(), arguments)).Evidence.Counts["new"]);

        Assert.Equal(3, File.ReadAllLines(first.Evidence.Outputs[0].Path).Length);
        Assert.Equal(4, server.Requests);
    }

    [Fact]
    public async Task NewerVersion_WithKnownEntriesOnly_IsNoWork()
    {
        await using var server = await FeedStandIn.StartAsync((http, _) => http.Response.WriteAsync(Rss("One")));
        await _stage.SucceedAsync(new FeedHandler(), News(server.Address));

        Assert.Equal("all 1 entries of top are known", await _stage.SkipAsync(new FeedHandler(), News(server.Address)));
    }

    [Fact]
    public async Task LargeDocument_IsRefused_PackedOrNot()
    {
        await using var server = await FeedStandIn.StartAsync(async (http, request) =>
        {
            var body = new byte[10_000_000];
            if (request == 2)
            {
                http.Response.Headers.ContentEncoding = "gzip";
                using var packed = new MemoryStream();
                using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                {
                    zip.Write(body);
                }

                body = packed.ToArray();
            }

            // The client hangs up in the middle.
            await http.Response.Body.WriteAsync(body).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
        });

        Assert.Contains("larger than 5000000 bytes", await Fails(News(server.Address)), StringComparison.Ordinal);
        Assert.Contains("larger than 5000000 bytes", await Fails(News(server.Address)), StringComparison.Ordinal);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task SlowServer_IsNotWaitedFor()
    {
        await using var server = await FeedStandIn.StartAsync((http, _) => Hang(http.RequestAborted));

        Assert.Contains("took longer than 0.2 s", await Fails(News(server.Address) with { Timeout = TimeSpan.FromSeconds(0.2) }), StringComparison.Ordinal);
        Assert.InRange(server.Requests, 0, 1);
    }

    [Fact]
    public async Task PassingFailure_IsTriedAgain_ALastingOneNot()
    {
        await using var server = await FeedStandIn.StartAsync(async (http, request) =>
        {
            http.Response.StatusCode = request switch { 1 => 503, 2 => 429, 3 => 200, _ => 404 };
            await http.Response.WriteAsync(request == 3 ? Rss("One") : "");
        });
        var before = _stage.Time.GetUtcNow();

        await _stage.SucceedAsync(new FeedHandler(), News(server.Address));
        Assert.Equal(TimeSpan.FromSeconds(6), _stage.Time.GetUtcNow() - before);
        Assert.Contains("404", await Fails(News(server.Address)), StringComparison.Ordinal);
        Assert.Equal(4, server.Requests);
    }

    [Fact]
    public async Task EntriesOfTheFuture_AreNotKnownYet()
    {
        await using var server = await FeedStandIn.StartAsync((http, _) => http.Response.WriteAsync(
            "date,value\n2026-11-22,1\n2026-11-24,2\n"));

        var result = await _stage.SucceedAsync(new FeedHandler(), News(server.Address) with { Kind = FeedKind.Series });

        Assert.Equal((1L, 1L), (result.Evidence.Counts["new"], result.Evidence.Counts["ahead"]));
    }

    [Fact]
    public async Task File_IsReadWhenItChanged()
    {
        var path = Path.Combine(_stage.State, "mine.xml");
        File.WriteAllText(path, Rss("One"));
        var arguments = News("file:" + path);
        await _stage.SucceedAsync(new FeedHandler(), arguments);
        Assert.EndsWith("has not changed since it was read", await _stage.SkipAsync(new FeedHandler(), arguments), StringComparison.Ordinal);

        File.WriteAllText(path, Rss("One", "Two"));
        File.SetLastWriteTimeUtc(path, new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(1, (await _stage.SucceedAsync(new FeedHandler(), arguments)).Evidence.Counts["new"]);
        Assert.Contains("is not there", await Fails(News("file:/nowhere/at/all.xml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://example.org/feed")]
    [InlineData("feed")]
    [InlineData("file")]
    public async Task OddAddress_IsRefused(string url) =>
        Assert.Contains("is no address", await Fails(News(url)), StringComparison.Ordinal);

    [Fact]
    public async Task WithoutAnAddress_MadeUpPricesHaveMadeUpNews_RealOnesNone()
    {
        var result = await _stage.SucceedAsync(new FeedHandler(), News(""));
        Assert.True(result.Evidence.Counts["new"] > 10);
        Assert.True(_stage.Find("feed.latest")!.Value.GetProperty("synthetic").GetBoolean());
        Assert.StartsWith("no hour has begun", await _stage.SkipAsync(new FeedHandler(), News("")), StringComparison.Ordinal);

        BarFolder.Daily(BarFolder.Use(_stage), "AAA", BarFolder.Days("2026-11-20", 5));
        Assert.StartsWith("the feed top has no address", await _stage.SkipAsync(new FeedHandler(), News("")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_IsGatheredBySymbol_OnceForEachLook()
    {
        await Inbox("top.xml", Rss("ALFA raises its outlook", "ALFA and BRAVO rise", "Nobody in particular"));
        var arguments = new NewsArguments(Scope.All, "24h");

        var result = await _stage.SucceedAsync(new NewsHandler(), arguments);
        Assert.Equal((2L, 2L), (result.Evidence.Counts["headlines"], result.Evidence.Counts["symbols"]));
        var first = _stage.Find("news.latest")!.Value.GetProperty("symbols")[0];
        Assert.Equal(("ALFA", 2, 0.5), (first.GetProperty("symbol").GetString(), first.GetProperty("count").GetInt32(), first.GetProperty("tone").GetDouble()));
        Assert.EndsWith("since the last look", await _stage.SkipAsync(new NewsHandler(), arguments), StringComparison.Ordinal);

        Assert.Equal("nothing is held", await _stage.SkipAsync(new NewsHandler(), arguments with { Scope = Scope.Holdings }));
        var forum = arguments with { Kind = FeedKind.Forum, Since = "close" };
        Assert.StartsWith("the feeds brought nothing", await _stage.SkipAsync(new NewsHandler(), forum), StringComparison.Ordinal);
        Assert.IsType<TaskResult.Fatal>(await _stage.RunAsync(new NewsHandler(), arguments with { Since = "yesterday" }));
    }

    [Fact]
    public async Task Digest_TellsWhatComesUpMoreOftenThanBefore()
    {
        await Inbox("top.xml", Rss("ALFA merger talks", "ALFA merger confirmed", "ALFA merger closes", "BRAVO opens"));
        await _stage.SucceedAsync(new FeedDigestHandler(), new DigestArguments(FeedKind.News, 24));

        var fact = _stage.Find("feeds.digest")!.Value;
        Assert.Equal("ALFA", Assert.Single(fact.GetProperty("rising").EnumerateArray()).GetProperty("what").GetString());
        Assert.Equal(("merger", 3), (fact.GetProperty("words")[0].GetProperty("what").GetString(), fact.GetProperty("words")[0].GetProperty("count").GetInt32()));
        Assert.StartsWith("no feed of papers", await _stage.SkipAsync(new FeedDigestHandler(), new DigestArguments(FeedKind.Papers)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Series_HasValueChangeAndScore()
    {
        await Inbox("rate.csv", "2026-11-18,4\n2026-11-19,5\n2026-11-20,4\n2026-11-21,5\n2026-11-22,6.5\n", FeedKind.Series, "rate");
        await _stage.SucceedAsync(new SeriesHandler(), new SeriesArguments("rate"));

        var fact = _stage.Find("series.latest")!.Value;
        Assert.Equal((6.5, 1.5, 4.0), (fact.GetProperty("value").GetDouble(), fact.GetProperty("change").GetDouble(), fact.GetProperty("score").GetDouble()));
        Assert.Contains("brought 0 values", await _stage.SkipAsync(new SeriesHandler(), new SeriesArguments("other")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldEntries_AreDeleted_OfTheirKindOnly()
    {
        await Inbox("top.xml", Rss("One"));
        await Inbox("rate.csv", "2026-11-18,4\n", FeedKind.Series, "rate");
        _stage.Time.Pass(TimeSpan.FromDays(40));
        Assert.StartsWith("none of 1 files", await _stage.SkipAsync(new PruneFeedsHandler(), new PruneArguments(FeedKind.News, 60)), StringComparison.Ordinal);

        Assert.Equal(1, (await _stage.SucceedAsync(new PruneFeedsHandler(), new PruneArguments(FeedKind.News, 30))).Evidence.Counts["deleted"]);
        Assert.Empty(Directory.GetFiles(Path.Combine(_stage.State, "desk", "feeds", "top"), "*.jsonl"));
        Assert.Single(Directory.GetFiles(Path.Combine(_stage.State, "desk", "feeds", "rate"), "*.jsonl"));
    }

    private static FeedArguments News(string url) => new("top", FeedKind.News, url, Patience);

    private static string Rss(params string[] titles)
    {
        var text = new StringBuilder("<rss version=\"2.0\"><channel><title>T</title>");
        foreach (var title in titles)
        {
            text.Append($"<item><title>{title}</title><guid>{title}</guid><pubDate>Mon, 23 Nov 2026 09:30:00 EST</pubDate></item>");
        }

        return text.Append("</channel></rss>").ToString();
    }

    private static async Task Hang(CancellationToken aborted)
    {
        var never = new TaskCompletionSource();
        await using var end = aborted.Register(() => never.TrySetResult());
        await never.Task;
    }

    private async Task<string> Fails(FeedArguments arguments) =>
        Assert.IsType<TaskResult.Failed>(await _stage.RunAsync(new FeedHandler(), arguments)).Error;

    private Task<TaskResult.Succeeded> Inbox(string file, string text, FeedKind kind = FeedKind.News, string name = "top")
    {
        var inbox = Directory.CreateDirectory(Path.Combine(_stage.State, "desk", "feeds", "in")).FullName;
        File.WriteAllText(Path.Combine(inbox, file), text);
        return _stage.SucceedAsync(new FeedHandler(), new FeedArguments(name, kind, Timeout: Patience));
    }
}
