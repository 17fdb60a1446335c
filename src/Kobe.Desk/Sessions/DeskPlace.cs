using System.Collections.Concurrent;

namespace Kobe.Desk.Sessions;

/// <summary>Where a desk is and how it is set: what the brain tells its runners.</summary>
/// <param name="State">The state directory.</param>
/// <param name="Schedule">The schedule directory, for its calendars; null for the built-in ones.</param>
/// <param name="Settings">The owner's settings.</param>
/// <param name="LiveAccount">The account that may be traded with real money, or null.</param>
public sealed record DeskPlace(string State, string? Schedule, DeskSettings Settings, string? LiveAccount = null)
{
    private static readonly AsyncLocal<DeskPlace?> Here = new();

    // The environment of a process does not change: the same text is the same settings, known by reference.
    private static readonly ConcurrentDictionary<string, DeskSettings> Parsed = new(StringComparer.Ordinal);

    /// <summary>The place of this process, as its environment says, or the one that <see cref="Use"/> named.</summary>
    /// <exception cref="InvalidDataException">KOBE_DESK can't be read.</exception>
    public static DeskPlace Current => Here.Value ?? new(
        Path.GetFullPath(Variable("KOBE_STATE") ?? "state"), Variable("KOBE_SCHEDULE"),
        Parsed.GetOrAdd(Variable("KOBE_DESK") ?? "", DeskSettings.Read), Variable("KOBE_LIVE"));

    /// <summary>Puts handlers that are called from here on at this place: for those that run handlers without a
    /// runner, such as tests.</summary>
    public void Use() => Here.Value = this;

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
