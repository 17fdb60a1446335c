using System.CommandLine;

namespace Kobe.CommandLine;

/// <summary>The commands that look after the brain: whether it is well, and who is told.</summary>
internal static class UpkeepCommands
{
    public static readonly string[] Names = ["notify", "health", "doctor"];

    /// <summary>The command of that name; null when it is none of these.</summary>
    public static Command? Make(string name, TimeProvider time) => name switch
    {
        "notify" => NotifyCommand.Make(time),
        "health" => HealthCommand.Make(),
        "doctor" => DoctorCommand.Make(time),
        _ => null,
    };
}
