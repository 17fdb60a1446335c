using Kobe.Brain;
using Kobe.CommandLine;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>The single runs that wait for their time.</summary>
/// <param name="board">Where the loop shows itself.</param>
internal sealed class OncePages(BrainBoard board)
{
    public IEnumerable<Route> Routes() =>
    [
        new("GET", "/api/v1/once", Access.Read, List, "The single runs that wait for their time"),
    ];

    private Task List(HttpContext context, Access access) => board.Current is { } snapshot
        ? Answer.Json(context, 200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("once");
            foreach (var run in snapshot.Once)
            {
                writer.WriteStartObject();
                writer.WriteString("key", run.Key);
                writer.WriteString("task", run.Task);
                writer.WriteString("dueAt", Instants.Text(run.DueAt, snapshot.Zone));
                writer.WriteString("expiresAt", Instants.Text(run.ExpiresAt, snapshot.Zone));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        })
        : Answer.Starting(context);
}
