using Kobe.Config;
using Kobe.Replay;

namespace Kobe.Doctor;

/// <summary>Looks at whom the desk trades with; asks nobody.</summary>
internal static class BrokerFindings
{
    private static readonly string[] Keys = ["APCA_API_KEY_ID", "APCA_API_SECRET_KEY"];

    /// <summary>Whether the desk's source of prices can be used as the settings say.</summary>
    /// <param name="desk">The desk's settings.</param>
    /// <param name="secrets">The secrets that plugins get, by plugin and name.</param>
    public static Finding Look(
        DeskConfig desk, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> secrets) => desk.Source switch
        {
            not "alpaca" when desk.Mode == "live" => Finding.Bad(
                "broker", $"live trading and prices from '{desk.Source}' don't go together", "set desk.source: alpaca"),
            "synthetic" => Finding.Ok("broker", $"an account on this machine ({desk.Mode}), at made-up prices"),
            "alpaca" => secrets.Values.Any(mine => Keys.All(mine.ContainsKey))
                ? Finding.Ok("broker", $"Alpaca ({desk.Mode}); the keys are there, nobody was asked")
                : Finding.Bad("broker", $"no plugin gets both {Keys[0]} and {Keys[1]}",
                    "name them under plugins.Kobe.Plugins.Trading.secrets in kobe.yaml, and set them"),
            var folder => BarFolder.HasBars(folder)
                ? Finding.Ok("broker", $"an account on this machine ({desk.Mode}), at the prices of {folder}")
                : Finding.Bad("broker", $"{folder} holds no daily/SYMBOL.csv", "name another folder with desk.source"),
        };
}
