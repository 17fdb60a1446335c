using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Kobe.Brain;
using Kobe.CommandLine;
using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Logging;
using Kobe.Views;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>Server-sent events: what happens, as it happens; who comes back is told what it missed.</summary>
/// <param name="journal">The journal's folder.</param>
/// <param name="board">Where the loop shows itself.</param>
/// <param name="feed">Tells when something happens.</param>
/// <param name="redaction">What is taken out of texts of others.</param>
internal sealed class EventPages(string journal, BrainBoard board, EventFeed feed, Redaction redaction)
{
    // Who was away for longer reads the history; the newest of it are told.
    private const int MissedMax = 10_000;

    // Proxies and browsers give up on silence.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    public IEnumerable<Route> Routes() =>
    [
        new("GET", "/api/v1/events", Access.Read, Events,
            "Server-sent events: planned, started, ended, skipped, context, state, alert; Last-Event-ID resumes"),
    ];

    private async Task Events(HttpContext context, Access access)
    {
        var last = LastSeen(context);
        var watcher = feed.Watch()
            ?? throw new WebRefusal(503, "Too many watchers", $"{EventFeed.WatchersMax} watch already; close one.");
        try
        {
            var response = context.Response;
            response.ContentType = "text/event-stream; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            response.Headers.XContentTypeOptions = "nosniff";
            await response.WriteAsync(": kobe\nretry: 2000\n\n", context.RequestAborted).ConfigureAwait(false);
            await response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            var told = last is { } seen ? await TellMissed(context, seen).ConfigureAwait(false) : 0;
            await Follow(context, watcher, told).ConfigureAwait(false);
        }
        finally
        {
            feed.Leave(watcher);
        }
    }

    private async Task<long> TellMissed(HttpContext context, long seen)
    {
        var told = seen;
        var missed = new Queue<FeedItem>();
        foreach (var entry in JournalReader.Read(new FileJournalMedium(journal), seen + 1))
        {
            told = entry.Seq;
            if (FeedItem.Of(entry.Seq, entry.Event) is { } item)
            {
                missed.Enqueue(item);
                if (missed.Count > MissedMax)
                {
                    missed.Dequeue();
                }
            }
        }

        foreach (var item in missed)
        {
            await Tell(context, item).ConfigureAwait(false);
        }

        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        return told;
    }

    private async Task Follow(HttpContext context, Channel<FeedItem> watcher, long told)
    {
        while (true)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            silence.CancelAfter(Silence);
            try
            {
                if (!await watcher.Reader.WaitToReadAsync(silence.Token).ConfigureAwait(false))
                {
                    return; // Too slow, or the brain ends: the client comes back and says where it was.
                }

                while (watcher.Reader.TryRead(out var item))
                {
                    if (!(item.Seq <= told))
                    {
                        await Tell(context, item).ConfigureAwait(false);
                    }
                }
            }
            catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(":\n\n", context.RequestAborted).ConfigureAwait(false);
            }

            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    private Task Tell(HttpContext context, FeedItem item)
    {
        var text = new StringBuilder();
        if (item.Seq is { } seq)
        {
            text.Append("id: ").Append(seq.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        text.Append("event: ").Append(item.Kind).Append("\ndata: ")
            .Append(Encoding.UTF8.GetString(JsonBytes.OfLine(writer => Write(writer, item)))).Append("\n\n");
        return context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }

    private void Write(Utf8JsonWriter writer, FeedItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("at", Instants.Text(item.At, board.Current?.Zone ?? TimeZoneInfo.Utc));
        if (item.Event is { } what)
        {
            // The journal's own line, so that a program needs to know one form.
            writer.WritePropertyName("event");
            var line = JsonBytes.OfLine(inner => RunEventText.Write(inner, item.Seq!.Value, what));
            writer.WriteRawValue(Clean(Encoding.UTF8.GetString(line)));
        }
        else
        {
            writer.WriteString("text", redaction.Clean(item.Text ?? ""));
        }

        writer.WriteEndObject();
    }

    private string Clean(string json)
    {
        var clean = redaction.Clean(json);
        try
        {
            using var whole = JsonDocument.Parse(clean);
            return clean;
        }
        catch (JsonException)
        {
            return "\"" + Redaction.Mark + "\"";
        }
    }

    private static long? LastSeen(HttpContext context) =>
        context.Request.Headers["Last-Event-ID"] is not [{ Length: > 0 } text] ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq
        : throw new WebRefusal(400, "Wrong value", "Last-Event-ID is the number of the last event that was seen.");
}
