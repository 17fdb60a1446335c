using Kobe.Contracts;

namespace Kobe.Plugins.Learning.Lessons;

/// <summary>Which lessons become rules to consider.</summary>
/// <param name="Seen">On how many dates a lesson must have been found.</param>
public sealed record DigestArguments(
    [Argument("On how many dates a lesson must have been found.")] int Seen = 2);
