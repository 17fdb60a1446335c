using Kobe.Core.Text;

namespace Kobe.Core.Schedules;

/// <summary>Where one value comes from.</summary>
/// <param name="Key">The key.</param>
/// <param name="Mark">The place of the value.</param>
/// <param name="Variable">The environment variable that gave it, or null.</param>
internal sealed record Origin(SettingKey Key, Mark Mark, string? Variable)
{
    public override string ToString() => Variable is null ? $"{Mark.File}:{Mark.Line}" : $"environment {Variable}";
}
