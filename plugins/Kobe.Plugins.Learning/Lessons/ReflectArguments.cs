using Kobe.Contracts;

namespace Kobe.Plugins.Learning.Lessons;

/// <summary>Over how long is looked back.</summary>
/// <param name="Span">A day or a week.</param>
public sealed record ReflectArguments([Argument("day or week.")] ReflectSpan Span = ReflectSpan.Day);
