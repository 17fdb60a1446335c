using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Operation;
using Kobe.Simulation.Faults;
using Kobe.Simulation.Laws;
using Kobe.Simulation.Reporting;

namespace Kobe.Simulation;

/// <summary>Lets things go wrong at the times that the seed draws, and people come and mend them.</summary>
internal sealed class Misfortune
{
    private static readonly TimeSpan PersonEvery = TimeSpan.FromHours(6);

    private readonly Scene _scene;
    private readonly Lives _lives;
    private readonly CrashPoint _crash;
    private readonly NameCounts _coverage;
    private readonly FaultRates _rates;
    private readonly Dice _dice;
    private readonly OrderLog _log;
    private readonly Person _person;
    private readonly TimeSpan[] _nextAt;
    private TimeSpan _diskFreeAt = TimeSpan.MaxValue;
    private TimeSpan _personAt;

    public Misfortune(
        Scene scene, Lives lives, Witness witness, CrashPoint crash, NameCounts coverage, FaultRates rates, Dice dice,
        OrderLog log)
    {
        (_scene, _lives, _crash, _coverage, _rates, _dice, _log) = (scene, lives, crash, coverage, rates, dice, log);
        _person = new(scene, lives, witness, dice.Split("person"));
        _nextAt = Array.ConvertAll(Enum.GetValues<FaultKind>(), kind => dice.WaitFor(rates[kind]));
        _personAt = PersonEvery;
        FindNext();
    }

    /// <summary>When something happens next, by the monotonic clock.</summary>
    public TimeSpan NextAt { get; private set; }

    /// <summary>Lets happen what is due.</summary>
    /// <returns>Whether anything was.</returns>
    public bool Look()
    {
        var mono = _scene.Clock.Mono;
        if (mono < NextAt)
        {
            return false;
        }

        if (mono >= _diskFreeAt)
        {
            _diskFreeAt = TimeSpan.MaxValue;
            _lives.Store.Fault = null;
        }

        if (mono >= _personAt)
        {
            _personAt = mono + PersonEvery;
            if (_lives.IsAlive)
            {
                _person.Look();
            }
        }

        for (var kind = 0; kind < _nextAt.Length; kind++)
        {
            if (mono >= _nextAt[kind])
            {
                var wait = _dice.WaitFor(_rates[(FaultKind)kind]);
                _nextAt[kind] = mono > TimeSpan.MaxValue - wait ? TimeSpan.MaxValue : mono + wait;
                Happen((FaultKind)kind);
            }
        }

        FindNext();
        return true;
    }

    private void FindNext()
    {
        NextAt = _personAt < _diskFreeAt ? _personAt : _diskFreeAt;
        foreach (var at in _nextAt)
        {
            NextAt = at < NextAt ? at : NextAt;
        }
    }

    private void Happen(FaultKind kind)
    {
        _coverage.Add("fault " + kind);
        _log.Add('F', _scene.Clock.Wall, kind.ToString());
        _scene.QuietSince = _scene.Clock.Mono;
        switch (kind)
        {
            case FaultKind.ClockForward: _scene.Clock.Step(Step()); break;
            case FaultKind.ClockBack: _scene.Clock.Step(-Step()); break;
            case FaultKind.Suspend:
                _scene.Clock.Suspend(_dice.Spread(TimeSpan.FromSeconds(5), TimeSpan.FromHours(9)));
                break;
            case FaultKind.Reload: Reload(); break;
            default:
                if (_lives.IsAlive)
                {
                    HappenToBrain(kind);
                }

                break;
        }
    }

    private void HappenToBrain(FaultKind kind)
    {
        switch (kind)
        {
            case FaultKind.PowerCut or FaultKind.TornWrite when _dice.Chance(0.7):
            case FaultKind.Kill when _dice.Chance(0.7):
                // Somewhere on its way, at one of the next steps.
                _crash.Arm(_dice.Below(12));
                break;
            case FaultKind.PowerCut or FaultKind.TornWrite: _lives.Crash(losesPower: true); break;
            case FaultKind.Kill: _lives.Crash(losesPower: false); break;
            case FaultKind.Stop:
                _lives.Post(new BrainMessage.Stop("SIGTERM"));
                if (_dice.Chance(0.3))
                {
                    _lives.Post(new BrainMessage.Stop("SIGTERM"));
                }

                break;
            case FaultKind.DiskFull:
                _lives.Store.Fault = operation =>
                    operation == MediumOperation.Write && _dice.Chance(0.8) ? Posix.NoSpace : 0;
                _diskFreeAt = _scene.Clock.Mono + _dice.Spread(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(20));
                break;
            case FaultKind.SyncFails: FailOnce(MediumOperation.Sync); break;
            case FaultKind.WriteFails: FailOnce(MediumOperation.Write); break;
            case FaultKind.Control: _person.Interfere(); break;
            case FaultKind.Cancel: _person.Cancel(); break;
            default: _person.Trigger(); break;
        }
    }

    private void FailOnce(MediumOperation failing) => _lives.Store.Fault = operation =>
    {
        if (operation != failing)
        {
            return 0;
        }

        _lives.Store.Fault = null;
        return Posix.InputOutput;
    };

    private void Reload()
    {
        _lives.OnDisk = ScheduleEdits.Edited(_lives.OnDisk, _dice, _scene.Clock.Wall);
        if (_lives.IsAlive)
        {
            _lives.Ask(new(ControlVerb.Reload, "", "ann", "edited") { Roster = _lives.OnDisk });
        }
    }

    private TimeSpan Step() => _dice.Spread(TimeSpan.FromSeconds(2), TimeSpan.FromDays(1.5));
}
