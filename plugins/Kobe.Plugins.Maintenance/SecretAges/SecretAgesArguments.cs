using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.SecretAges;

/// <summary>Which secrets are looked at, and how old they may be.</summary>
/// <param name="State">The state directory.</param>
/// <param name="Files">Further files with a secret in them.</param>
/// <param name="MaxDays">From what age on a person is told.</param>
public sealed record SecretAgesArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("Further files with a secret in them, one path after the other, commas between.")] string? Files = null,
    [Argument("The age from which on a secret should be replaced.", Unit = "days")] int MaxDays = 180);
