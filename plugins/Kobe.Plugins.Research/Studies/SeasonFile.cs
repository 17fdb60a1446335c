namespace Kobe.Plugins.Research.Studies;

/// <summary>What is kept of a study of seasons.</summary>
/// <param name="Source">Where the prices come from.</param>
/// <param name="Synthetic">Whether they were made up.</param>
/// <param name="Date">When it was made.</param>
/// <param name="By">How sessions were put together.</param>
/// <param name="Scope">The symbols.</param>
/// <param name="Sessions">How many sessions there were.</param>
/// <param name="Groups">The groups by name.</param>
internal sealed record SeasonFile(
    string Source, bool Synthetic, string Date, string By, string Scope, int Sessions,
    IReadOnlyList<SeasonGroup> Groups);
