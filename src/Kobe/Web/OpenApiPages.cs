using System.Text.Json;
using Kobe.CommandLine;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>The OpenAPI document, made of the routes themselves: what is not in it is not answered.</summary>
/// <param name="routes">Every route; asked when somebody wants the document.</param>
internal sealed class OpenApiPages(Func<IEnumerable<Route>> routes)
{
    public IEnumerable<Route> Routes() =>
    [
        new("GET", "/api/v1/openapi.json", Access.Open, Document, "This document"),
    ];

    private Task Document(HttpContext context, Access access) => Answer.Json(context, 200, Write);

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("openapi", "3.1.0");
        writer.WriteStartObject("info");
        writer.WriteString("title", "Kobe");
        writer.WriteString("version", ProgramVersion.Text);
        writer.WriteString("description", "Errors are problem documents (RFC 9457); tokens are in the state folder.");
        writer.WriteEndObject();
        writer.WriteStartObject("paths");
        foreach (var path in routes().GroupBy(route => route.Path).OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject(path.Key);
            foreach (var route in path)
            {
                Write(writer, route);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("components");
        writer.WriteStartObject("securitySchemes");
        Scheme(writer, "read", "The token in api-token-read, or that for control");
        Scheme(writer, "control", "The token in api-token");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Route route)
    {
        var isPost = HttpMethods.IsPost(route.Method);
        writer.WriteStartObject(route.Method.ToLowerInvariant());
        writer.WriteString("summary", route.About);
        writer.WriteStartArray("security");
        if (route.Needs != Access.Open)
        {
            writer.WriteStartObject();
            writer.WriteStartArray(route.Needs == Access.Read ? "read" : "control");
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("parameters");
        if (route.Path.Contains(RouteTable.Name, StringComparison.Ordinal))
        {
            Parameter(writer, new(Route.Id, "string", "A name; a slash in it is written %2F"), "path");
        }

        if (isPost)
        {
            Parameter(writer, new("Idempotency-Key", "string", "The same call twice is done once"), "header");
        }

        foreach (var field in isPost ? [] : route.Fields)
        {
            Parameter(writer, field, "query");
        }

        writer.WriteEndArray();
        if (isPost)
        {
            Body(writer, route);
        }

        writer.WriteStartObject("responses");
        Response(writer, "200", "The document");
        Response(writer, "default", "A problem document");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Parameter(Utf8JsonWriter writer, Field field, string where)
    {
        writer.WriteStartObject();
        writer.WriteString("name", field.Name);
        writer.WriteString("in", where);
        writer.WriteString("description", field.About);
        writer.WriteBoolean("required", where == "path");
        writer.WritePropertyName("schema");
        Schema(writer, field);
        writer.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter writer, Route route)
    {
        writer.WriteStartObject("requestBody");
        writer.WriteStartObject("content");
        writer.WriteStartObject("application/json");
        writer.WriteStartObject("schema");
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteStartObject("properties");
        foreach (var field in route.Fields)
        {
            writer.WritePropertyName(field.Name);
            Schema(writer, field);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Schema(Utf8JsonWriter writer, Field field)
    {
        writer.WriteStartObject();
        writer.WriteString("type", field.Type);
        if (field.Format is { } format)
        {
            writer.WriteString("format", format);
        }

        writer.WriteString("description", field.About);
        writer.WriteEndObject();
    }

    private static void Response(Utf8JsonWriter writer, string status, string about)
    {
        writer.WriteStartObject(status);
        writer.WriteString("description", about);
        writer.WriteEndObject();
    }

    private static void Scheme(Utf8JsonWriter writer, string name, string about)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", "http");
        writer.WriteString("scheme", "bearer");
        writer.WriteString("description", about);
        writer.WriteEndObject();
    }
}
