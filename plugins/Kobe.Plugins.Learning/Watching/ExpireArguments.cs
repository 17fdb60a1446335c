using Kobe.Contracts;

namespace Kobe.Plugins.Learning.Watching;

/// <summary>How old a model may be.</summary>
/// <param name="MaxAgeDays">Civil days since its training.</param>
public sealed record ExpireArguments(
    [Argument("A champion that was trained longer ago is retired.", Unit = "days")] int MaxAgeDays = 90);
