using System.Runtime.InteropServices;
using Kobe.Logging;

namespace Kobe.Brain;

/// <summary>SIGTERM and SIGINT ask for a stop: the first waits for what runs, the second does not.</summary>
internal sealed class Signals : IDisposable
{
    private readonly PosixSignalRegistration _terminate;
    private readonly PosixSignalRegistration _interrupt;

    public Signals(Inbox inbox, Log log)
    {
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            log.Info("brain", $"{context.Signal}: the brain stops; a second signal does not wait for what runs");
            inbox.Post(new BrainMessage.Stop(context.Signal.ToString()));
        }
    }

    public void Dispose()
    {
        _terminate.Dispose();
        _interrupt.Dispose();
    }
}
