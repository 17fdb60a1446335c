using System.CommandLine;
using System.Diagnostics;

namespace Kobe.CommandLine.Steering;

/// <summary>The commands that steer the running brain, by name.</summary>
internal static class SteeringCommands
{
    public static readonly string[] Names =
    [
        "trigger", "cancel", "pause", "resume", "enable", "disable", "reload", "resolve", "unquarantine", "backfill",
        "halt", "reduce", "activate", "approve-exits", "confirm-clock", "schedule",
    ];

    public static Command Make(string name, TimeProvider time) => name switch
    {
        "trigger" => TriggerCommand.Make(),
        "cancel" => TaskSteering.Cancel(),
        "pause" => PauseCommand.Make(time),
        "resume" => WholeSteering.Resume(),
        "enable" => TaskSteering.Enable(),
        "disable" => TaskSteering.Disable(),
        "reload" => WholeSteering.Reload(),
        "resolve" => TaskSteering.Resolve(),
        "unquarantine" => TaskSteering.Unquarantine(),
        "backfill" => TaskSteering.Backfill(),
        "halt" => HaltCommand.Make(time),
        "reduce" => HaltCommand.MakeReduce(time),
        "activate" => WholeSteering.Activate(),
        "approve-exits" => WholeSteering.ApproveExits(),
        "confirm-clock" => WholeSteering.ConfirmClock(),
        "schedule" => OnceCommand.Make(time),
        _ => throw new UnreachableException(),
    };
}
