using System.CommandLine;
using System.Runtime.CompilerServices;
using Kobe.Contracts;
using Kobe.Markets;

namespace Kobe.CommandLine;

/// <summary><c>kobe awareness</c>: what the market is doing now, or at another time.</summary>
internal static class AwarenessCommand
{
    public static Command Make(TimeProvider time)
    {
        var command = new Command(
            "awareness",
            "Time, day, phase, mode, seasons, events, open and close, and whether trading is allowed and why.\n"
            + "Example: kobe awareness --at 2026-11-27T12:59");
        var options = new CommonOptions().AddTo(command, at: true);
        command.SetAction(result =>
        {
            var zones = new MachineZones();
            var zone = options.Zone(result, zones);
            var now = options.Now(result, zone, time);
            var clock = options.Clock(result, zones);
            Dates.RefuseOutside(now, clock.Calendar.Zone);
            var context = clock.At(now);
            if (options.Json(result))
            {
                WriteJson(context, zone);
            }
            else
            {
                SheetOutput.Write(AwarenessView.Sheet(context, zone));
            }

            return ExitCode.Fine;
        });
        return command;
    }

    // Apart, so that text never loads the JSON library.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteJson(MarketContext context, TimeZoneInfo zone) =>
        JsonOutput.Write(writer => AwarenessView.Write(writer, context, zone));
}
