using System.Security.Cryptography;
using System.Text;
using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Logging;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>The paths that change something: each is one request through the door.</summary>
/// <param name="door">The door.</param>
/// <param name="redaction">What is taken out of texts of others.</param>
/// <param name="time">The clock.</param>
internal sealed class ControlPages(ControlDoor door, Redaction redaction, TimeProvider time)
{
    private const string KeyHeader = "Idempotency-Key";
    private const int KeyCharsMax = 128;

    // What a person must say to stop even the exits: not a thing to be done by a slip.
    private const string PauseAll = "pause all";

    private static readonly Field By = new("by", "string", "Who asks, for the audit line");
    private static readonly Field Reason = new("reason", "string", "Why, for the audit line");

    private readonly IdempotencyShelf _shelf = new(time);

    public IEnumerable<Route> Routes() =>
    [
        Post("/api/v1/tasks/{id}/trigger", "Runs a task now: an extra occurrence", ControlVerb.Trigger, Trigger,
            new("args", "object", "Arguments over the row's"), new("force", "boolean", "Leaves filters aside")),
        Post("/api/v1/tasks/{id}/enable", "Lets a disabled task run again", ControlVerb.Enable, Plain),
        Post("/api/v1/tasks/{id}/disable", "Keeps a task from running", ControlVerb.Disable, Plain),
        Post("/api/v1/tasks/{id}/unquarantine", "Ends a quarantine", ControlVerb.Unquarantine, Plain),
        Post("/api/v1/tasks/{id}/backfill", "Runs a task for past dates", ControlVerb.Backfill, Backfill,
            new("from", "string", "The first date", "date"), new("to", "string", "The last date", "date")),
        Post("/api/v1/tasks/{id}/once", "Runs a task once, at an instant to come", ControlVerb.AddOnce, Once,
            new("at", "string", "When", "date-time"), new("args", "object", "Arguments over the row's"),
            new("force", "boolean", "Leaves filters aside")),
        Post("/api/v1/runs/{id}/cancel", "Cancels an occurrence that waits or runs", ControlVerb.Cancel, Plain),
        Post("/api/v1/runs/{id}/resolve", "Says what became of a held occurrence", ControlVerb.Resolve, Resolve,
            new Field("how", "string", "done, rerun or drop")),
        Post("/api/v1/pause", "Stops starts, all but exits, reconciling and monitoring", ControlVerb.Pause, Pause,
            new("until", "string", "When it ends by itself", "date-time"),
            new("all", "boolean", "Stops those, too"),
            new("confirm", "string", $"For all: the words '{PauseAll}'")),
        Post("/api/v1/resume", "Ends the pause", ControlVerb.Resume, Plain),
        Post("/api/v1/state", "Sets the trading state", ControlVerb.Halt, State,
            new("state", "string", "HALTED, REDUCING or ACTIVE"),
            new("approveExits", "boolean", "Instead: lets exits run although trading is HALTED")),
        Post("/api/v1/reload", "Reads the schedule again", ControlVerb.Reload, Plain),
        Post("/api/v1/clock/confirm", "The clock is right although it was set back", ControlVerb.ConfirmClock, Plain),
        Post("/scheduler/trigger", "As /api/v1/tasks/{id}/trigger", ControlVerb.Trigger, Trigger,
            new("task", "string", "The task's id"), new("args", "object", "Arguments over the row's"),
            new("force", "boolean", "Leaves filters aside")),
        Post("/scheduler/pause", "As /api/v1/pause", ControlVerb.Pause, Pause,
            new Field("until", "string", "When it ends by itself", "date-time")),
        Post("/scheduler/resume", "As /api/v1/resume", ControlVerb.Resume, Plain),
    ];

    private Route Post(
        string path, string about, ControlVerb verb, Func<ControlRequest, JsonBody, ControlRequest> fill,
        params Field[] fields)
    {
        Field[] all = [By, Reason, .. fields];
        return new("POST", path, Access.Control, (context, _) => Do(context, verb, fill, all), about) { Fields = all };
    }

    private async Task Do(
        HttpContext context, ControlVerb verb, Func<ControlRequest, JsonBody, ControlRequest> fill, Field[] fields)
    {
        var body = await JsonBody.Read(context, fields).ConfigureAwait(false);
        var subject = context.Request.RouteValues.TryGetValue(Route.Id, out var id) ? (string)id! : "";
        var by = body.Text(By.Name) is { Length: > 0 } named ? named : "http";
        var key = KeyOf(context);
        var request = fill(
            new(verb, subject, Clean(by), Clean(body.Text(Reason.Name)))
            {
                Id = NameOf(key),
            },
            body);
        var answer = await Once(context, key, body, () => door.Ask(request, CancellationToken.None))
            .ConfigureAwait(false);
        await Tell(context, request, answer).ConfigureAwait(false);
    }

    private async Task<ControlAnswer> Once(
        HttpContext context, string? key, JsonBody body, Func<Task<ControlAnswer>> act)
    {
        if (key is null)
        {
            return await act().ConfigureAwait(false);
        }

        byte[] call = [.. Encoding.UTF8.GetBytes(context.Request.Path.Value + "\n"), .. body.Bytes];
        if (await _shelf.Do(key, call, act).ConfigureAwait(false) is not var (answer, isReplay))
        {
            throw new WebRefusal(422, "Key already used", $"This {KeyHeader} was sent with another request; take a new "
                + "one for each.");
        }

        if (isReplay)
        {
            context.Response.Headers["Idempotent-Replayed"] = "true";
        }

        return answer;
    }

    private Task Tell(HttpContext context, ControlRequest request, ControlAnswer answer)
    {
        var status = answer.Outcome switch
        {
            ControlOutcome.Done => 200,
            ControlOutcome.Pending => 202,
            ControlOutcome.BadRequest => 400,
            ControlOutcome.NotFound => 404,
            ControlOutcome.Refused => 409,
            _ => 503,
        };
        var words = redaction.Clean(answer.Words);
        return status >= 400
            ? Answer.Problem(context, status, answer.Outcome.ToString(), words)
            : Answer.Json(context, status, writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("done", answer.IsDone);
                writer.WriteString("verb", ControlWords.Of(request.Verb));
                writer.WriteString("subject", request.Subject);
                writer.WriteString("message", words);
                writer.WriteStartArray("keys");
                foreach (var key in answer.Keys)
                {
                    writer.WriteStringValue(key);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
    }

    // Who pastes a token where a reason belongs must not find it in the journal.
    private string Clean(string text) => LineText.Escape(redaction.Clean(text));

    private static string? KeyOf(HttpContext context)
    {
        var header = context.Request.Headers[KeyHeader];
        return header.Count == 0 ? null
            : header is [{ Length: > 0 and <= KeyCharsMax } key] && key.All(sign => sign is > ' ' and < '\x7f') ? key
            : throw new WebRefusal(400, "Wrong key", $"{KeyHeader} is 1 to {KeyCharsMax} letters, digits and signs.");
    }

    // Part of a key in the journal: short, of few letters, and the same for the same Idempotency-Key.
    private static string NameOf(string? key) => Convert.ToHexStringLower(key is null
        ? RandomNumberGenerator.GetBytes(8)
        : SHA256.HashData(Encoding.UTF8.GetBytes(key))[..8]);

    private static ControlRequest Plain(ControlRequest request, JsonBody body) => request;

    private static ControlRequest Trigger(ControlRequest request, JsonBody body) => request with
    {
        Subject = request.Subject.Length > 0 ? request.Subject : body.Text("task"),
        Args = body.Object("args"),
        Force = body.Flag("force"),
    };

    private static ControlRequest Once(ControlRequest request, JsonBody body) =>
        Trigger(request, body) with { Until = body.Instant("at") };

    private static ControlRequest Backfill(ControlRequest request, JsonBody body)
    {
        var from = body.Date("from")
            ?? throw new WebRefusal(400, "Missing value", "'from' is missing: the first date, such as 2026-11-20.");
        return request with { From = from, To = body.Date("to") ?? from };
    }

    private static ControlRequest Resolve(ControlRequest request, JsonBody body) => request with
    {
        How = body.Text("how") switch
        {
            "done" => Resolution.Done,
            "rerun" => Resolution.Rerun,
            "drop" => Resolution.Drop,
            _ => throw new WebRefusal(400, "Wrong value", "'how' must be done, rerun or drop."),
        },
    };

    private static ControlRequest Pause(ControlRequest request, JsonBody body)
    {
        var all = body.Flag("all");
        return all && body.Text("confirm") != PauseAll
            ? throw new WebRefusal(400, "Not confirmed",
                $"This stops exits, reconciling and monitoring, too. Send \"confirm\": \"{PauseAll}\" if you mean it.")
            : request with { Subject = all ? "all" : "", Until = body.Instant("until") };
    }

    private static ControlRequest State(ControlRequest request, JsonBody body)
    {
        var (state, approves) = (body.Text("state"), body.Flag("approveExits"));
        return request with
        {
            Verb = (state, approves) switch
            {
                ("HALTED", false) => ControlVerb.Halt,
                ("REDUCING", false) => ControlVerb.Reduce,
                ("ACTIVE", false) => ControlVerb.Activate,
                ("", true) => ControlVerb.ApproveExits,
                _ => throw new WebRefusal(400, "Wrong value",
                    "Send either 'state', HALTED, REDUCING or ACTIVE, or 'approveExits': true."),
            },
        };
    }
}
