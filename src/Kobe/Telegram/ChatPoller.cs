using System.Globalization;
using System.Security.Cryptography;
using Kobe.Alerts;
using Kobe.Logging;

namespace Kobe.Telegram;

/// <summary>Waits for what is written to the bot, for as long as the brain lives; alerts go out all the same.</summary>
internal sealed class ChatPoller : IDisposable
{
    private static readonly TimeSpan PollTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(2);

    // Another brain polls for the same bot: it will not go away within a second.
    private static readonly TimeSpan ConflictFirst = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Hopeless = TimeSpan.FromHours(1);

    private readonly ITelegram _telegram;
    private readonly ChatDesk _desk;
    private readonly ChatPlace _place;
    private readonly TimeProvider _time;
    private readonly Log _log;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private volatile string? _trouble;

    private ChatPoller(ITelegram telegram, ChatDesk desk, ChatPlace place, TimeProvider time, Log log)
    {
        (_telegram, _desk, _place, _time, _log) = (telegram, desk, place, time, log);
        _running = Task.Run(Run);
    }

    /// <summary>What keeps commands from coming in, in a sentence; null while all is well.</summary>
    public string? Trouble => _trouble;

    /// <summary>Begins.</summary>
    public static ChatPoller Start(ITelegram telegram, ChatAccess access, ChatSubject brain, TimeProvider time)
    {
        var place = ChatPlace.Open(brain.State);
        return new(telegram, new(telegram, access, brain, place, NewCode, time), place, time, brain.Log);
    }

    /// <summary>How long to leave it after so many failures in a row.</summary>
    public static TimeSpan WaitAfter(TelegramFailure failure, int failures) => failure.Trouble switch
    {
        TelegramTrouble.Unauthorized or TelegramTrouble.NotFound => Hopeless,
        TelegramTrouble.WebhookSet => Longest,
        TelegramTrouble.Conflict => Shorter(ConflictFirst * Math.Pow(2, Math.Min(failures - 1, 8))),
        TelegramTrouble.TooManyRequests => failure.RetryAfter ?? ConflictFirst,
        _ => Shorter(RetryWait.After(failures, 0)),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        if (_running.Wait(EndMax))
        {
            _end.Dispose();
        }
    }

    private static TimeSpan Shorter(TimeSpan wait) => wait < Longest ? wait : Longest;

    private static string NewCode() =>
        RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    private async Task Run()
    {
        var failures = 0;
        try
        {
            while (!_end.IsCancellationRequested)
            {
                var wait = await TurnSafely(failures).ConfigureAwait(false);
                failures = wait is null ? 0 : failures + 1;
                if (wait is { } pause)
                {
                    await Task.Delay(pause, _time, _end.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The brain ends.
        }
    }

    private async Task<TimeSpan?> TurnSafely(int failures)
    {
        try
        {
            return await Turn(failures).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The poller's edge: a mistake of ours costs a command and never the brain.
        catch (Exception mistake) when (mistake is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Say("Commands by Telegram failed: " + mistake.Message, mistake);
            return RetryWait.After(failures + 1, 0);
        }
    }

    private async Task<TimeSpan?> Turn(int failures)
    {
        var answer = await _telegram.GetUpdates(_place.Offset, PollTime, _end.Token).ConfigureAwait(false);
        if (answer.Failure is { } failure)
        {
            Say("Commands by Telegram don't come in: " + failure.Words, null);
            return WaitAfter(failure, failures + 1);
        }

        _trouble = null;
        foreach (var update in answer.Value!)
        {
            await _desk.Deal(update, _end.Token).ConfigureAwait(false);
        }

        return null;
    }

    // Said once and not at each of a hundred attempts.
    private void Say(string trouble, Exception? mistake)
    {
        var clean = _log.Redaction.Clean(trouble);
        if (_trouble != clean)
        {
            _log.Warning("telegram", clean, mistake);
        }

        _trouble = clean;
    }
}
