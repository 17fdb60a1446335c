using Kobe.Contracts;

namespace Kobe.Plugins.Learning.Lessons;

/// <summary>What is learnt from trades.</summary>
/// <param name="By">By what they are put together.</param>
/// <param name="Days">Trades of so many civil days.</param>
public sealed record LessonArguments(
    [Argument("strategy, hour, weekday, length, stop, sector or symbol.")] LessonBy By,
    [Argument("Trades that were closed in so many days.", Unit = "days")] int Days = 180);
