using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Kobe.Testing.Telegram;

/// <summary>The Bot API as far as Kobe uses it, on a free port of this machine, with faults on demand.</summary>
/// <remarks>
/// Faithful where it matters: the token is in the path; answers have Telegram's form; texts are measured after their
/// tags are read; updates are kept until a later offset confirms them; two who poll at once conflict.
/// </remarks>
internal sealed class StandInTelegram : IDisposable
{
    public const string Token = "123456:canary-AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

    private readonly StandInServer _server;
    private readonly ConcurrentQueue<(string Method, BotFault Fault)> _faults = new();
    private readonly ConcurrentQueue<SentMessage> _sent = new();
    private readonly ConcurrentQueue<string> _presses = new();
    private readonly Lock _updates = new();
    private readonly List<JsonObject> _waiting = [];
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _displaced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastUpdate = 100;
    private int _calls;

    public StandInTelegram(params long[] chats)
    {
        Chats = chats.Length == 0 ? [42] : chats;
        _server = new(Answer);
        _server.Start();
        Url = $"http://127.0.0.1:{_server.Port}";
    }

    public string Url { get; }

    public long[] Chats { get; }

    /// <summary>While set, nobody answers at its address.</summary>
    public bool IsDown
    {
        get => !_server.IsListening;
        set
        {
            _server.Stop();
            if (!value)
            {
                _server.Start();
            }
        }
    }

    /// <summary>How many calls came.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>What was taken, in order.</summary>
    public IReadOnlyList<SentMessage> Sent => [.. _sent];

    /// <summary>What people saw when they pressed buttons.</summary>
    public IReadOnlyList<string> PressAnswers => [.. _presses];

    /// <summary>Called with each message that was taken.</summary>
    public Action<SentMessage>? Took { get; set; }

    /// <summary>The offset that was asked for last: all before it is confirmed.</summary>
    public long Confirmed { get; private set; }

    /// <summary>The next calls of a method go wrong so, one after the other.</summary>
    public void Fail(string method, params BotFault[] faults)
    {
        foreach (var fault in faults)
        {
            _faults.Enqueue((method, fault));
        }
    }

    /// <summary>Somebody writes a message.</summary>
    /// <returns>The update's id.</returns>
    public long Say(long user, long chat, string text, DateTimeOffset at, bool forwarded = false)
    {
        var message = new JsonObject
        {
            ["message_id"] = 7,
            ["from"] = new JsonObject { ["id"] = user, ["is_bot"] = false, ["first_name"] = "A" },
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = chat < 0 ? "group" : "private" },
            ["date"] = at.ToUnixTimeSeconds(),
            ["text"] = text,
        };
        if (forwarded)
        {
            message["forward_origin"] = new JsonObject { ["type"] = "user" };
        }

        return Arrive(new() { ["message"] = message });
    }

    /// <summary>Somebody presses a button.</summary>
    public long Press(long user, long chat, string code) => Arrive(new()
    {
        ["callback_query"] = new JsonObject
        {
            ["id"] = "77",
            ["from"] = new JsonObject { ["id"] = user, ["is_bot"] = false, ["first_name"] = "A" },
            ["message"] = new JsonObject { ["message_id"] = 9, ["chat"] = new JsonObject { ["id"] = chat } },
            ["chat_instance"] = "1",
            ["data"] = code,
        },
    });

    public void Dispose() => _server.Dispose();

    private long Arrive(JsonObject update)
    {
        lock (_updates)
        {
            update["update_id"] = ++_lastUpdate;
            _waiting.Add(update);
        }

        Wake();
        return _lastUpdate;
    }

    private void Wake() => Interlocked.Exchange(
        ref _arrived, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    // Whether the connection goes on.
    private async Task<bool> Answer(HttpConnection connection, string target, string content)
    {
        Interlocked.Increment(ref _calls);
        var path = target.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var method = path.Length == 2 ? path[1] : "";
        var body = JsonNode.Parse(content)!.AsObject();
        switch (NextFault(method))
        {
            case BotFault.Drop:
                return false;
            case BotFault.Html html:
                await connection.Write(html.Code, "<html>Bad Gateway</html>", "text/html");
                return true;
            case BotFault.Answer answer:
                await Refuse(connection, answer);
                return true;
            case BotFault.Swallow:
                await Do(path, method, body);
                return false;
            default:
                var (code, result) = await Do(path, method, body);
                await (code == 200
                    ? Write(connection, 200, new() { ["ok"] = true, ["result"] = result })
                    : Refuse(connection, new(code, result!.GetValue<string>())));
                return true;
        }
    }

    private BotFault? NextFault(string method)
    {
        if (!_faults.TryPeek(out var next) || next.Method != method)
        {
            return null;
        }

        _faults.TryDequeue(out next);
        return next.Fault;
    }

    private async Task<(int Code, JsonNode? Result)> Do(string[] path, string method, JsonObject body)
    {
        if (path is not [{ } bot, _] || !bot.StartsWith("bot"))
        {
            return (404, "Not Found");
        }

        if (bot != "bot" + Token)
        {
            return (401, "Unauthorized");
        }

        return method switch
        {
            "getMe" => (200, new JsonObject { ["id"] = 123456, ["is_bot"] = true, ["username"] = "kobe_bot" }),
            "sendMessage" => Take(body),
            "getUpdates" => await Updates(body),
            "answerCallbackQuery" => Press(body),
            _ => (404, "Not Found: method not found"),
        };
    }

    private (int Code, JsonNode? Result) Take(JsonObject body)
    {
        var chat = body["chat_id"]!.GetValue<long>();
        var text = body["text"]!.GetValue<string>();
        var isHtml = body["parse_mode"]?.GetValue<string>() == "HTML";
        if (!Chats.Contains(chat))
        {
            return (400, "Bad Request: chat not found");
        }

        var problem = "";
        var plain = isHtml ? BotText.Plain(text, out problem) : text;
        if (plain is null)
        {
            return (400, "Bad Request: can't parse entities: " + problem);
        }

        if (plain.Trim().Length == 0)
        {
            return (400, "Bad Request: message text is empty");
        }

        if (plain.Length > 4096)
        {
            return (400, "Bad Request: message is too long");
        }

        var buttons = body["reply_markup"]?["inline_keyboard"]?.AsArray().SelectMany(row => row!.AsArray())
            .Select(button => (button!["text"]!.GetValue<string>(), button["callback_data"]!.GetValue<string>()));
        var sent = new SentMessage(chat, text, isHtml, [.. buttons ?? []]);
        _sent.Enqueue(sent);
        Took?.Invoke(sent);
        return (200, new JsonObject { ["message_id"] = _sent.Count, ["text"] = plain });
    }

    private (int Code, JsonNode? Result) Press(JsonObject body)
    {
        _presses.Enqueue(body["text"]?.GetValue<string>() ?? "");
        return (200, true);
    }

    private async Task<(int Code, JsonNode? Result)> Updates(JsonObject body)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _displaced, mine).TrySetResult();
        var offset = body["offset"]!.GetValue<long>();
        var limit = TimeSpan.FromSeconds(body["timeout"]!.GetValue<int>());
        using var over = new CancellationTokenSource(limit);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var ending = over.Token.Register(() => ended.TrySetResult());
        while (true)
        {
            var arrived = _arrived.Task;
            lock (_updates)
            {
                Confirmed = Math.Max(Confirmed, offset);
                _waiting.RemoveAll(update => update["update_id"]!.GetValue<long>() < offset);
                var found = _waiting.Where(update => update["update_id"]!.GetValue<long>() >= offset).Take(100).ToList();
                if (found.Count > 0 || over.IsCancellationRequested)
                {
                    return (200, new JsonArray([.. found.Select(update => update.DeepClone())]));
                }
            }

            if (await Task.WhenAny(arrived, mine.Task, ended.Task) == mine.Task)
            {
                return (409, "Conflict: terminated by other getUpdates request; make sure that only one bot "
                    + "instance is running");
            }
        }
    }

    private static Task Refuse(HttpConnection connection, BotFault.Answer answer)
    {
        var body = new JsonObject
        {
            ["ok"] = false,
            ["error_code"] = answer.Code,
            ["description"] = answer.Description,
        };
        if (answer.RetryAfter is { } after)
        {
            body["parameters"] = new JsonObject { ["retry_after"] = after };
        }
        else if (answer.MovedTo is { } to)
        {
            body["parameters"] = new JsonObject { ["migrate_to_chat_id"] = to };
        }

        return Write(connection, answer.Code, body);
    }

    private static Task Write(HttpConnection connection, int code, JsonObject body) =>
        connection.Write(code, body.ToJsonString(), "application/json");
}
