using Kobe.Config;
using Kobe.Doctor;

namespace Kobe.Tests.Doctor;

/// <summary>What the doctor says of the account that the desk trades.</summary>
public sealed class BrokerFindingsTests
{
    [Theory]
    [InlineData("paper",   "synthetic", "",                                      true,  "made-up prices")]
    [InlineData("live",    "synthetic", "",                                      false, "don't go together")]
    [InlineData("paper",   "alpaca",    "APCA_API_KEY_ID;APCA_API_SECRET_KEY",   true,  "keys are there")]
    [InlineData("paper",   "alpaca",    "APCA_API_KEY_ID",                       false, "APCA_API_SECRET_KEY")]
    [InlineData("observe", "/nowhere",  "",                                      false, "no daily/SYMBOL.csv")]
    public void Source_IsLookedAt(string mode, string source, string keys, bool isOk, string words)
    {
        var mine = keys.Split(';', StringSplitOptions.RemoveEmptyEntries).ToDictionary(key => key, _ => "canary");
        var secrets = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["Kobe.Plugins.Trading"] = mine };
        var desk = new DeskConfig
        {
            Mode = mode, Source = source, Seed = 1, Symbols = [], Cash = 1000, Limits = new Dictionary<string, decimal>(),
        };

        var found = BrokerFindings.Look(desk, secrets);

        Assert.Equal(isOk ? Verdict.Ok : Verdict.Bad, found.Verdict);
        Assert.Contains(words, found.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", found.ToString(), StringComparison.Ordinal);
    }
}
