using System.Diagnostics;
using System.Runtime.Loader;
using Kobe.Runner.Lane;
using Kobe.Runner.Plugins;

namespace Kobe.Runner.Process;

/// <summary>Says which plugin threw on a thread of its own, then ends the process.</summary>
internal static class CrashReport
{
    private const int ExitCode = 70;

    public static void Begin(BrainLink brain) => AppDomain.CurrentDomain.UnhandledException += (_, crash) =>
    {
        try
        {
            if (crash.ExceptionObject is Exception error)
            {
                brain.Crash(
                    Plugin(error), LaneLimits.Cut($"{error.GetType().Name}: {error.Message}", LaneLimits.Error));
                Console.Error.WriteLine(error);
            }
        }
        finally
        {
            Native.ExitAtOnce(ExitCode);
        }
    };

    private static string? Plugin(Exception error)
    {
        foreach (var frame in new StackTrace(error).GetFrames())
        {
            var assembly = frame.GetMethod()?.DeclaringType?.Assembly;
            if (assembly is not null && AssemblyLoadContext.GetLoadContext(assembly) is PluginContext plugin)
            {
                return plugin.Name;
            }
        }

        return null;
    }
}
