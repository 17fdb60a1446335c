namespace Kobe.Hosting.Generations;

/// <summary>How the runners of a generation are started.</summary>
/// <param name="Plugins">The directory of the plugins.</param>
/// <param name="State">The state directory.</param>
/// <param name="Shared">How the runner is started that most plugins share; the generation sets its plugins.</param>
/// <param name="Own">How the runners are started that belong to one plugin each, by its name.</param>
internal sealed record GenerationSettings(
    string Plugins, string State, RunnerSettings Shared, IReadOnlyDictionary<string, RunnerSettings> Own);
