using System.Globalization;
using Kobe.Plugins.Learning.Watching;

namespace Kobe.Plugins.Learning.Models;

/// <summary>A trained model with all that is needed to judge it later.</summary>
/// <param name="Id">The first digits of the hash of what it was made of.</param>
/// <param name="Kind">What sort.</param>
/// <param name="Horizon">Over how many sessions.</param>
/// <param name="Scope">Of which symbols.</param>
/// <param name="Source">Where the prices came from.</param>
/// <param name="Synthetic">Whether they were made up.</param>
/// <param name="Trained">The date on which it was trained.</param>
/// <param name="LearntTo">The last date whose row it learnt from.</param>
/// <param name="Fingerprint">The hash of its inputs.</param>
/// <param name="Rows">How many rows it learnt from.</param>
/// <param name="Ridge">What large weights cost.</param>
/// <param name="Rate">How often prices rose in those rows.</param>
/// <param name="Scorer">The model itself.</param>
/// <param name="Held">How it did on days that it had not seen.</param>
/// <param name="Profile">How its features were spread while training.</param>
/// <param name="Promoted">The date on which it became champion, or null.</param>
internal sealed record ModelCard(
    string Id, ModelKind Kind, int Horizon, string Scope, string Source, bool Synthetic, string Trained,
    DateOnly LearntTo, string Fingerprint, int Rows, double Ridge, double Rate, Scorer Scorer, Marks Held,
    FeatureProfile Profile, string? Promoted = null)
{
    /// <summary>The date on which it was trained.</summary>
    internal DateOnly TrainedOn => DateOnly.ParseExact(Trained, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
