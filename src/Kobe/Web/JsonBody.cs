using System.Globalization;
using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.Core.Text;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>The body of a changing call: one JSON object of known members, or nothing.</summary>
internal sealed class JsonBody
{
    private static readonly JsonDocumentOptions Strict =
        new() { MaxDepth = RunLimits.JsonDepthMax, AllowDuplicateProperties = false };

    private readonly JsonElement _root;

    private JsonBody(JsonElement root, byte[] bytes) => (_root, Bytes) = (root, bytes);

    /// <summary>What was sent.</summary>
    public byte[] Bytes { get; }

    /// <summary>Reads it whole.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fields">The members that it may have.</param>
    /// <exception cref="WebRefusal">It is not JSON, not an object, or has a member that nobody knows.</exception>
    public static async Task<JsonBody> Read(HttpContext context, IReadOnlyList<Field> fields)
    {
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory, context.RequestAborted).ConfigureAwait(false);
        var bytes = memory.ToArray();
        if (bytes.Length == 0)
        {
            return new(default, bytes);
        }

        // A page of another origin can send text without asking first; this type it can't.
        if (context.Request.ContentType is not { } type
            || !type.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new WebRefusal(415, "Unsupported media type", "Send the body as Content-Type: application/json.");
        }

        return new(Parse(bytes, fields), bytes);
    }

    public string Text(string name) => Find(name) is not { } value ? ""
        : value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim()
        : throw Wrong(name, "a text");

    public bool Flag(string name) => Find(name) is { } value
        && (value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw Wrong(name, "true or false"));

    public JsonText? Object(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Object && JsonText.TryParse(value.GetRawText(), out var text, out _)
            ? text
            : throw Wrong(name, "an object");
    }

    public DateTimeOffset? Instant(string name) => Text(name) is not { Length: > 0 } text ? null
        : DateTimeOffset.TryParseExact(text,
            ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && (text.EndsWith('Z') || text.Length > 6 && text[^6] is '+' or '-')
            ? instant.ToUniversalTime()
            : throw Wrong(name, "an instant with its offset, such as 2026-11-20T14:30:00-05:00");

    public DateOnly? Date(string name) => Text(name) is not { Length: > 0 } text ? null
        : DateText.TryParse(text, out var date) ? date
        : throw Wrong(name, "a date such as 2026-11-20");

    private JsonElement? Find(string name) =>
        _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    private static JsonElement Parse(byte[] bytes, IReadOnlyList<Field> fields)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            root = document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            throw new WebRefusal(400, "Malformed JSON", $"The body is no JSON that can be taken: {error.Message}");
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new WebRefusal(400, "Malformed body", "The body is one JSON object, such as {\"reason\":\"…\"}.");
        }

        var names = fields.Select(field => field.Name).ToList();
        foreach (var member in root.EnumerateObject())
        {
            if (!names.Contains(member.Name))
            {
                throw new WebRefusal(400, "Unknown member", $"There is no '{Short(member.Name)}' here. "
                    + (DidYouMean.Nearest(member.Name, names) is { } near
                        ? $"Did you mean {near}?"
                        : $"Known are: {string.Join(", ", names)}."));
            }
        }

        return root;
    }

    private static WebRefusal Wrong(string name, string wanted) =>
        new(400, "Wrong value", $"'{name}' must be {wanted}.");

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
