using System.CommandLine;
using System.Diagnostics;

namespace Kobe.CommandLine.Desk;

/// <summary>The commands of the desk, by name.</summary>
internal static class DeskCommands
{
    public static readonly string[] Names = 
        ["positions", "orders", "pnl", "risk", "live", "flatten", "backtest", "data"];

    public static Command Make(string name, TimeProvider time) => name switch
    {
        "positions" => new DeskSection(
            name, "What the desk holds, as it was when a task last compared it with the broker.").Make(),
        "orders" => new DeskSection(
            name, "The desk's last 200 orders: sent, denied and why, observed.").Make(),
        "pnl" => new DeskSection(
            name, "Profit and loss by the desk's own ledger, and the last 200 trades.").Make(),
        "risk" => new DeskSection(
            name, "Where desk and broker differ, and the symbols in which entries are blocked.").Make(),
        "live" => LiveCommand.Make(time),
        "flatten" => FlattenCommand.Make(),
        "backtest" => BacktestCommand.Make(time),
        "data" => DataCommand.Make(time),
        _ => throw new UnreachableException(),
    };
}
