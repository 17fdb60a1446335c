using Kobe.Hosting;

namespace Kobe.Brain.Faults;

/// <summary>A host behind whose calls the brain can be made to crash.</summary>
internal sealed class CrashingHost(IHandlerHost inner, CrashPoints points) : IHandlerHost
{
    public void Start(AttemptRequest request)
    {
        inner.Start(request);
        if (request.InDoubt is null)
        {
            points.Reach(CrashPoint.Invoked);
        }
    }

    public void Cancel(int start) => inner.Cancel(start);

    public void Kill(string reason) => inner.Kill(reason);

    public void Dispose() => inner.Dispose();
}
