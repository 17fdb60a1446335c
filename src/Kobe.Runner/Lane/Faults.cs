using System.Reflection;
using Kobe.Contracts;
using Kobe.Runner.Plugins;

namespace Kobe.Runner.Lane;

/// <summary>What an exception out of a plugin means.</summary>
internal static class Faults
{
    /// <summary>The handler didn't get as far as running.</summary>
    public static AttemptAnswer BeforeRun(Exception bad, ITaskLog log)
    {
        if (bad is PluginException)
        {
            return new(AttemptEnd.Fatal) { Error = bad.Message };
        }

        var cause = bad is TargetInvocationException { InnerException: { } inner } ? inner : bad;
        log.Write(LogLevel.Error, cause.ToString());
        return new(AttemptEnd.Failed) { Error = Sentence(cause), Spent = cause is OutOfMemoryException };
    }

    /// <summary>The handler ran and threw.</summary>
    public static AttemptAnswer OfRun(
        Exception bad, Effects effects, bool asked, ITaskLog log, CancellationToken cancellation)
    {
        if (bad is OperationCanceledException && cancellation.IsCancellationRequested)
        {
            return new(AttemptEnd.Cancelled) { Reason = "The handler heeded its token." };
        }

        log.Write(LogLevel.Error, bad.ToString());
        var spent = bad is OutOfMemoryException;
        if (asked)
        {
            return new(AttemptEnd.Reconciled)
            {
                Reconciled = ReconcileAnswer.Unknown,
                Error = Sentence(bad),
                Spent = spent,
            };
        }

        // Out of memory may have struck anywhere, in shared code too: neither the outcome nor the process is certain.
        var end = spent || effects == Effects.Orders ? AttemptEnd.Unknown : AttemptEnd.Failed;
        return new(end) { Error = Sentence(bad), Spent = spent };
    }

    private static string Sentence(Exception bad) =>
        LaneLimits.Cut($"{bad.GetType().Name}: {bad.Message}", LaneLimits.Error);
}
