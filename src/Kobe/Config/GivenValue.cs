using Kobe.Core.Text;

namespace Kobe.Config;

/// <summary>A value that somebody gave to a setting.</summary>
/// <param name="Text">The value as it was written; several are separated by <see cref="Setting.Separator"/>.</param>
/// <param name="Mark">Where, for diagnostics.</param>
/// <param name="Origin">
/// Where, for people: <c>kobe.yaml:7</c>, <c>environment KOBE_DRAIN</c>, <c>option --drain</c>.
/// </param>
internal sealed record GivenValue(string Text, Mark Mark, string Origin);
