using Kobe.Brain;
using Kobe.CommandLine;
using Kobe.Logging;
using Kobe.Views;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>What the brain is doing: the same documents as the commands'.</summary>
/// <param name="board">Where the loop shows itself.</param>
/// <param name="redaction">What is taken out of texts of others.</param>
internal sealed class BrainPages(BrainBoard board, Redaction redaction)
{
    public IEnumerable<Route> Routes() =>
    [
        new("GET", "/api/v1/status", Access.Read, Status, "What the brain does"),
        new("GET", "/api/v1/awareness", Access.Read, Awareness, "What the market does"),
    ];

    private Task Status(HttpContext context, Access access) => Answer.Shown(context, board, snapshot =>
        Answer.Json(context, 200,
            writer => StatusDocument.Write(writer, snapshot, board.Time.GetUtcNow(), redaction)));

    private Task Awareness(HttpContext context, Access access) => Answer.Shown(context, board, snapshot =>
        Answer.Json(context, 200, writer => AwarenessView.Write(writer, snapshot.Context, snapshot.Zone)));
}
