using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Models;

/// <summary>Which model: its sort, its horizon and its symbols have one champion and one challenger.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Horizon">Over how many sessions.</param>
/// <param name="Scope">Of which symbols.</param>
internal sealed record ModelName(ModelKind Kind, int Horizon, string Scope)
{
    /// <summary>The name of its folder.</summary>
    public string Folder => Slug.Of(
        Kind.ToString().ToLowerInvariant(), Horizon.ToString(CultureInfo.InvariantCulture) + "d", Scope);

    /// <summary>The model in force, or null.</summary>
    public ModelCard? Champion(DeskSession desk) => ModelFile.Read<ModelCard>(desk, $"{Folder}/champion.json");

    /// <summary>The model that wants to be, or null.</summary>
    public ModelCard? Challenger(DeskSession desk) => ModelFile.Read<ModelCard>(desk, $"{Folder}/challenger.json");

    /// <summary>The model that is looked at: the one in force, else the one that wants to be, or null.</summary>
    public ModelCard? Judged(DeskSession desk) => Champion(desk) ?? Challenger(desk);

    /// <summary>What a look at it comes to when there is neither.</summary>
    public TaskResult.Skipped Missing => new($"{Folder} has no model: learning.retrain trains one.");
}
