using System.Runtime.CompilerServices;
using Kobe.Alerts.Channels;
using Kobe.Brain;
using Kobe.Config;
using Kobe.Core.Health;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Journals;
using Kobe.Logging;
using Kobe.Telegram;

namespace Kobe.Alerts;

/// <summary>The brain's way to people: the one door for code that must not load HTTP clients that nobody asked for.
/// </summary>
internal sealed class AlertSide : IDisposable
{
    private AlertDesk? _desk;
    private DeadMansSwitch? _switch;
    private ITelegram? _telegram;
    private ChatPoller? _poller;

    private AlertSide(IAlerts alerts) => Alerts = alerts;

    /// <summary>Takes alerts.</summary>
    public IAlerts Alerts { get; private set; }

    /// <summary>Makes what the settings ask for; with none of it, alerts are lines of the log.</summary>
    public static AlertSide Make(KobeConfig config, Secrets secrets, string state, TimeProvider time, Log log)
    {
        var side = new AlertSide(new LogAlerts(log));
        if (ChannelSetup.IsAsked(config.Alerts))
        {
            side.AddChannels(config, secrets, state, time, log);
        }

        if (config.Alerts.PingFrom.Length > 0)
        {
            side.AddSwitch(config.Alerts, secrets, time, log);
        }

        return side;
    }

    /// <summary>Reads the end of the journal, for <see cref="TellLost"/>; nothing where alerts are only lines of
    /// the log.</summary>
    /// <param name="journal">The journal's folder.</param>
    public IReadOnlyList<RunEvent> LastMoment(string journal)
    {
        try
        {
            return _desk is null ? [] : JournalTail.Last(journal, LostAlerts.Moment);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Opening the journal says what is wrong with it.
            return [];
        }
    }

    /// <summary>Raises what a kill kept from being raised.</summary>
    /// <param name="last">The journal's last events before this start.</param>
    /// <param name="find">A row of the schedule by its id.</param>
    /// <param name="trading">What the trading state means now, in words.</param>
    public void TellLost(IReadOnlyList<RunEvent> last, Func<string, ScheduledTask?> find, Func<string> trading)
    {
        if (_desk is { } desk && last.Count > 0)
        {
            foreach (var (level, text) in LostAlerts.Of(last, desk.Known, find, trading))
            {
                Alerts.Raise(level, text);
            }
        }
    }

    /// <summary>Begins to tell.</summary>
    public void Start() => _desk?.Start();

    /// <summary>The loop has turned.</summary>
    public void Turned(DateTimeOffset? watermark, Func<HealthStatus> health) => _switch?.Turned(watermark, health);

    /// <summary>Begins to listen to what the owner writes, if somebody may write.</summary>
    /// <param name="config">Who may.</param>
    /// <param name="brain">Makes what they speak to.</param>
    /// <param name="time">The clock.</param>
    public void Listen(TelegramConfig config, Func<AlertDesk, ChatSubject> brain, TimeProvider time)
    {
        if (_telegram is not null && config.Users.Count > 0)
        {
            _poller = ChatPoller.Start(_telegram, new(config.Users, config.Chats), brain(_desk!), time);
            _desk!.MoreTrouble = () => _poller.Trouble;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _poller?.Dispose();
        _switch?.Dispose();
        _desk?.Dispose();
        _telegram?.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddChannels(KobeConfig config, Secrets secrets, string state, TimeProvider time, Log log)
    {
        var setup = ChannelSetup.Make(config, secrets, time, log);
        _telegram = setup.Telegram;
        Alerts = _desk = new(state, setup.Channels, setup.Faults, config.Alerts.RepeatAfter, time, log);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddSwitch(AlertConfig config, Secrets secrets, TimeProvider time, Log log)
    {
        var secret = new OwnSecret(ChannelSettings.PingFrom.Name, config.PingFrom);
        if (ChannelSetup.Address(secret, secrets, out var fault) is { } url)
        {
            _switch = new(url, config.PingEvery, new OutboundCalls(log.Redaction, time), time, log);
        }
        else
        {
            log.Warning("alert", $"{fault} The dead-man's switch is not called.");
        }
    }
}
