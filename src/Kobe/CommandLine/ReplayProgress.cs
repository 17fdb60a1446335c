using System.Globalization;
using Kobe.Replay;
using Kobe.Simulation;

namespace Kobe.CommandLine;

/// <summary>Shows on a terminal how far a replay is; elsewhere nothing.</summary>
internal sealed class ReplayProgress(ReplayPlan plan, SimulatedClock clock) : IDisposable
{
    private const int Width = 70;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    private readonly bool _isShown = !Console.IsErrorRedirected;
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private TimeSpan _next = Every;
    private bool _isThere;

    /// <summary>The loop has turned.</summary>
    public void Look()
    {
        if (!_isShown || TimeProvider.System.GetElapsedTime(_began) is var elapsed && elapsed < _next)
        {
            return;
        }

        _next = elapsed + Every;
        _isThere = true;
        var share = (clock.Wall - plan.Begin) / (plan.End - plan.Begin);
        var local = TimeZoneInfo.ConvertTime(clock.Wall, plan.Zone);
        var speed = clock.Mono / elapsed;
        Terminal.Overwrite(string.Create(CultureInfo.InvariantCulture,
            $"{local:ddd yyyy-MM-dd HH:mm}  {share:P0} of {plan.Days} d, {speed:N0} times as fast").PadRight(Width));
    }

    public void Clear()
    {
        if (_isThere)
        {
            Terminal.Overwrite(new string(' ', Width));
            Terminal.Overwrite("");
            _isThere = false;
        }
    }

    public void Dispose() => Clear();
}
