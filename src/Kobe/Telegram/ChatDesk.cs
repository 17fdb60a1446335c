using System.Globalization;
using Kobe.CommandLine;
using Kobe.Control;

namespace Kobe.Telegram;

/// <summary>Does what is written to the bot: one update at a time, each audited, changes only after a yes.</summary>
internal sealed class ChatDesk
{
    private const int LinesUsual = 10;
    private const int LinesMax = 30;

    private readonly ITelegram _telegram;
    private readonly ChatAccess _access;
    private readonly ChatSubject _brain;
    private readonly ChatAudit _audit;
    private readonly ChatPlace _place;
    private readonly Confirmations _confirmations;
    private readonly TimeProvider _time;

    /// <summary>A desk for one bot.</summary>
    public ChatDesk(
        ITelegram telegram, ChatAccess access, ChatSubject brain, ChatPlace place, Func<string> code, TimeProvider time)
    {
        (_telegram, _access, _brain, _place, _time) = (telegram, access, brain, place, time);
        _audit = new(brain.State, time, brain.Log);
        _confirmations = new(code);
    }

    /// <summary>Deals with an update and writes down that it did.</summary>
    /// <exception cref="IOException">It can't be written down.</exception>
    public async Task Deal(TelegramUpdate update, CancellationToken cancellation)
    {
        if (update.Id < _place.Offset)
        {
            return;
        }

        if (update.Message is { Text.Length: > 0 } message)
        {
            await Read(update.Id, message, cancellation).ConfigureAwait(false);
        }
        else if (update.Press is { } press)
        {
            await Read(update.Id, press, cancellation).ConfigureAwait(false);
        }

        _place.Pass(update.Id);
    }

    private async Task Read(long update, IncomingMessage message, CancellationToken cancellation)
    {
        if (_access.WhyIgnored(message) is { } why)
        {
            // No reply: a stranger is not told that there is anything here.
            _audit.Write(message.User, message.Chat, message.Text, "ignored: " + why);
            return;
        }

        var who = new Speaker(message.User!.Value, message.Chat, message.Text);
        if (ChatCommand.Read(message.Text) is not { } command)
        {
            // In a group people also talk to each other.
            _audit.Write(who.User, who.Chat, who.Text, "ignored: no command");
            return;
        }

        if (ChatAccess.WhyTooLate(command, message.At, _time.GetUtcNow()) is { } late)
        {
            await Reply(who, late, "refused: too late", cancellation).ConfigureAwait(false);
        }
        else if (command.Verb == ChatVerb.Yes)
        {
            await Confirm(update, who, command.Rest, cancellation).ConfigureAwait(false);
        }
        else if (command.IsChange)
        {
            await Ask(update, who, command, cancellation).ConfigureAwait(false);
        }
        else
        {
            await Reply(who, Answer(command), "answered", cancellation).ConfigureAwait(false);
        }
    }

    private async Task Read(long update, ButtonPress press, CancellationToken cancellation)
    {
        if (_access.WhyIgnored(press) is { } why)
        {
            _audit.Write(press.User, press.Chat, press.Code, "ignored: " + why);
            return;
        }

        var who = new Speaker(press.User, press.Chat!.Value, press.Code);
        var parts = press.Code.Split(':', 2);
        await _telegram.AnswerPress(press.Id, parts[0] == "yes" ? "Yes" : "No", cancellation).ConfigureAwait(false);
        if (parts is ["yes", var code])
        {
            await Confirm(update, who, code, cancellation).ConfigureAwait(false);
        }
        else
        {
            _confirmations.Drop(who.User);
            await Reply(who, "Nothing was changed.", "dropped", cancellation).ConfigureAwait(false);
        }
    }

    private async Task Ask(long update, Speaker who, ChatCommand command, CancellationToken cancellation)
    {
        var id = $"telegram-{update.ToString(CultureInfo.InvariantCulture)}";
        var request = ChatRequests.Of(
            command, $"telegram:{who.User}", id, task => _brain.Roster().Find(task) is not null, _time.GetUtcNow(),
            out var problem);
        if (request is null)
        {
            await Reply(who, problem, "refused: " + problem, cancellation).ConfigureAwait(false);
        }
        else if (command.Verb == ChatVerb.Halt)
        {
            await Do(update, who, request, cancellation).ConfigureAwait(false);
        }
        else
        {
            var code = _confirmations.Ask(who.User, who.Chat, request, _time.GetElapsedTime(0));
            var question = $"{ChatRequests.Question(request)}\n"
                + $"Press Yes within {Confirmations.Lifetime.TotalSeconds:0} s, or write /yes {code}.";
            var sent = await _telegram.Send(
                new(who.Chat, TelegramHtml.Escape(_brain.Log.Redaction.Clean(question)))
                {
                    Buttons = [new("Yes", "yes:" + code), new("No", "no:" + code)],
                },
                cancellation).ConfigureAwait(false);
            _audit.Write(who.User, who.Chat, who.Text, sent.Failure is null ? "asked back" : "could not be asked back");
        }
    }

    private async Task Confirm(long update, Speaker who, string code, CancellationToken cancellation)
    {
        var isAgain = _place.Doing == update;
        if (_confirmations.Take(who.User, who.Chat, code, _time.GetElapsedTime(0)) is { } request)
        {
            await Do(update, who, request, cancellation).ConfigureAwait(false);
        }
        else
        {
            await Reply(
                who,
                isAgain
                    ? "The brain was restarted while it did that. Look at /status and write it again if need be."
                    : "That code is wrong, used, too old or another's. Write the command again.",
                isAgain ? "not done twice" : "refused: code", cancellation).ConfigureAwait(false);
        }
    }

    private async Task Do(long update, Speaker who, ControlRequest request, CancellationToken cancellation)
    {
        // Written down before it is done, so that a restart in between doesn't do it again.
        _place.Begin(update);
        var answer = await _brain.Door.Ask(request, cancellation).ConfigureAwait(false);
        await Reply(who, answer.Words, $"{answer.Outcome}: {answer.Words}", cancellation).ConfigureAwait(false);
    }

    private string Answer(ChatCommand command)
    {
        var now = _time.GetUtcNow();
        if (_brain.Board.Current is not { } snapshot)
        {
            return "The brain is starting; ask again in a moment.";
        }

        return command.Verb switch
        {
            ChatVerb.Status => ChatAnswers.Status(snapshot, now),
            ChatVerb.Health => ChatAnswers.Health(_brain.Health.Judge(), snapshot),
            ChatVerb.Next => ChatAnswers.Next(_brain.Roster(), Count(command), now),
            ChatVerb.Today => ChatAnswers.Today(snapshot),
            ChatVerb.Task => command.Rest.Length == 0
                ? "Write /task and the id of a task."
                : ChatAnswers.Task(_brain.Roster(), snapshot, command.Rest.Split(' ')[0], now),
            ChatVerb.Alerts => ChatAnswers.Alerts(
                _brain.Alerts.Recent, _brain.Alerts.Standing, Count(command), snapshot.Zone),
            ChatVerb.Logs => LogTail.Read(_brain.LogFile, Count(command)),
            ChatVerb.Calendar => ChatAnswers.Calendar(
                _brain.Roster().Calendars.Default.Calendar, now, days: LinesUsual),
            ChatVerb.Version => "kobe " + ProgramVersion.Text,
            ChatVerb.Desk => ChatAccount.Of(_brain.State, command.Word),
            _ => ChatAnswers.Help(),
        };
    }

    private static int Count(ChatCommand command) =>
        int.TryParse(command.Rest, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Math.Clamp(count, 1, LinesMax)
            : LinesUsual;

    private async Task Reply(Speaker who, string words, string end, CancellationToken cancellation)
    {
        _audit.Write(who.User, who.Chat, who.Text, end);
        var html = TelegramHtml.Escape(_brain.Log.Redaction.Clean(words));
        var sent = await _telegram.Send(new(who.Chat, html), cancellation).ConfigureAwait(false);
        if (sent.Failure is { } failure)
        {
            _brain.Log.Warning("telegram", $"A reply could not be sent: {failure.Words}");
        }
    }
}
