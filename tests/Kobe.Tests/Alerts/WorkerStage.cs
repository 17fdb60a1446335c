using Kobe.Alerts;
using Kobe.Brain;
using Kobe.Logging;
using Kobe.Tests.Logging;
using Kobe.Tests.Operation;

namespace Kobe.Tests.Alerts;

/// <summary>A worker over a real outbox, on a clock that the test moves; it can be killed and started again.</summary>
internal sealed class WorkerStage : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private long _number;

    public WorkerStage()
    {
        Log = new(LogLevel.Debug, Time, new(), ("list", Sink));
        Channel = new(new() { Name = "phone" });
        Start();
    }

    public SteppedTime Time { get; } = new(Alerting.Noon);

    public ListSink Sink { get; } = new();

    public Log Log { get; }

    public ScriptedChannel Channel { get; }

    public ChannelWorker Worker { get; private set; } = null!;

    public Outbox Outbox { get; private set; } = null!;

    public string OutboxFile => _folder.At(Outbox.Folder, Outbox.FileName);

    public string DeadFile => _folder.At(Outbox.Folder, DeadLetters.FileName);

    /// <summary>The process is gone without a word, and another begins on what the disk has.</summary>
    public void Kill() => Start();

    public void Raise(string text, AlertLevel level = AlertLevel.Warning)
    {
        var alert = new Alert(++_number, Time.GetUtcNow(), level, text);
        Outbox.Post(new OutboxEntry.Raised(alert, ["phone"]));
        Worker.Raise(alert);
    }

    /// <summary>Lets time pass, and the worker do what it would have done.</summary>
    public async Task For(TimeSpan span)
    {
        var end = Time.GetUtcNow() + span;
        while (true)
        {
            var wait = await Worker.Step(TestContext.Current.CancellationToken);
            if (wait == TimeSpan.Zero)
            {
                continue;
            }

            if (wait is null || Time.GetUtcNow() + wait > end)
            {
                Time.Pass(end - Time.GetUtcNow());
                return;
            }

            Time.Pass(wait.Value);
        }
    }

    public void Dispose()
    {
        Outbox.Dispose();
        Log.Dispose();
        _folder.Dispose();
    }

    private void Start()
    {
        Outbox = Outbox.Open(_folder.Path, TimeSpan.FromMinutes(30));
        Worker = new(Channel, Outbox, new DeadLetters(_folder.Path, Log), Time, Log);
    }
}
