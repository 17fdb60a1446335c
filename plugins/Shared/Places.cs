namespace Kobe.Plugins.State;

/// <summary>Where the things are that the handlers look at: the row says it, else the runner, else the usual
/// name.</summary>
internal static class Places
{
    /// <summary>The file that the brain replaces as long as its loop turns.</summary>
    public const string Heartbeat = "heartbeat.json";

    /// <summary>The view that says since when the brain runs.</summary>
    public const string BrainState = "brain_state.json";

    /// <summary>The folder of the journal, in the state directory.</summary>
    public const string Journal = "journal";

    /// <summary>The state directory.</summary>
    /// <param name="argument">What the row says, or null.</param>
    public static string State(string? argument) => Of(argument, "KOBE_STATE", "state");

    /// <summary>The schedule directory.</summary>
    /// <param name="argument">What the row says, or null.</param>
    public static string Schedule(string? argument) => Of(argument, "KOBE_SCHEDULE", "schedule");

    private static string Of(string? argument, string variable, string usual) =>
        NotEmpty(argument) ?? NotEmpty(Environment.GetEnvironmentVariable(variable)) ?? usual;

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
