using System.Text.Json;
using Kobe.Config;
using Kobe.Files;
using Kobe.Hosting;
using Kobe.Markets;

namespace Kobe.CommandLine.Desk;

/// <summary>Runs one handler in a runner of its own, with no brain: for what a person asks for and waits for.</summary>
internal sealed class HandlerCall : IHandlerListener, IDisposable
{
    private readonly ManualResetEventSlim _over = new(false);
    private readonly CallProgress _progress = new();
    private volatile AttemptResult? _result;

    /// <summary>Runs it to its end.</summary>
    /// <param name="handler">The handler's name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="place">Where things are.</param>
    /// <param name="config">The settings.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="UserError">No runner came up, no plugin has the handler, or it refused.</exception>
    public static AttemptResult Run(
        string handler, JsonElement arguments, Brain.BrainFiles place, KobeConfig config, TimeSpan limit,
        TimeProvider time)
    {
        using var call = new HandlerCall();
        var settings = new RunnerSettings
        {
            Plugins = Path.GetFullPath(place.Plugins),
            State = Path.GetFullPath(place.State),
            Schedule = Directory.Exists(place.Schedule) ? Path.GetFullPath(place.Schedule) : null,
            Desk = config.Desk.ToJson(),
            HeapLimit = config.RunnerMemory,
            Spare = false,
        };
        using var host = new RunnerHost(settings, call);
        var catalogue = host.WaitForCatalogue(settings.ReadyLimit) ?? throw new UserError(
            $"No runner came up: {host.Problem ?? "it took too long"}.", ExitCode.Failed);
        if (catalogue.Find(handler) is null)
        {
            throw new UserError(
                $"No plugin in {settings.Plugins} has the handler {handler}: Kobe.Plugins.Trading brings it.");
        }

        var now = time.GetUtcNow();
        var market = CalendarLoader.BuiltIn(new MachineZones()).Default.At(now);
        host.Start(new()
        {
            Key = new(handler, market.Date, $"/manual-{Environment.ProcessId}"),
            Handler = handler,
            Start = 1,
            Attempt = 1,
            DueAt = now,
            Deadline = now + limit,
            Market = new(market),
            Arguments = arguments,
        });
        if (!call._over.Wait(limit))
        {
            host.Kill($"it took longer than {limit.TotalMinutes:0} minutes");
            call._over.Wait(settings.ReadyLimit);
        }

        call._progress.Clear();
        return call._result is { Outcome: AttemptOutcome.Succeeded } fine ? fine : throw Refusal(call._result);
    }

    /// <inheritdoc/>
    public void Ended(AttemptResult result)
    {
        _result = result;
        _over.Set();
    }

    /// <inheritdoc/>
    public void Said(HandlerReport report)
    {
        if (report is HandlerReport.Progressed progress)
        {
            _progress.Show(progress.Fraction, progress.Text);
        }
    }

    /// <inheritdoc/>
    public void Changed(RunnerChange change)
    {
    }

    public void Dispose() => _over.Dispose();

    private static UserError Refusal(AttemptResult? result) => new(
        result?.Error ?? result?.Reason ?? "It was not done in time, or its process ended.",
        result?.Outcome == AttemptOutcome.Fatal ? ExitCode.BadInput : ExitCode.Failed);
}
