using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kobe.Brain;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>Writes whole answers: JSON documents and problems (RFC 9457).</summary>
internal static class Answer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON document.</summary>
    public static Task Json(HttpContext context, int status, Action<Utf8JsonWriter> document) =>
        Write(context, status, "application/json; charset=utf-8", document);

    /// <summary>A refusal, with a sentence on what is wrong and what would be right.</summary>
    public static Task Problem(HttpContext context, int status, string title, string detail) =>
        Write(context, status, "application/problem+json; charset=utf-8", writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "about:blank");
            writer.WriteString("title", title);
            writer.WriteNumber("status", status);
            writer.WriteString("detail", detail);
            writer.WriteEndObject();
        });

    /// <summary>What the brain last showed, answered; before it has shown anything, that it is starting.</summary>
    public static Task Shown(HttpContext context, BrainBoard board, Func<BrainSnapshot, Task> respond) =>
        board.Current is { } snapshot ? respond(snapshot) : Starting(context);

    /// <summary>That the brain is starting.</summary>
    public static Task Starting(HttpContext context) =>
        Problem(context, 503, "Starting", "The brain is starting; ask again in a moment.");

    private static async Task Write(
        HttpContext context, int status, string type, Action<Utf8JsonWriter> document)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            document(writer);
        }

        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = bytes.WrittenCount;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
