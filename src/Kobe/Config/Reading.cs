namespace Kobe.Config;

/// <summary>What became of a value's text.</summary>
/// <param name="Value">The value; meaningless when there is a problem.</param>
/// <param name="Code">The code of the problem, from <see cref="ConfigCodes"/>; null when there is none.</param>
/// <param name="Problem">What is wrong, as the end of a sentence; null when nothing is.</param>
internal readonly record struct Reading<T>(T? Value, string? Code, string? Problem)
{
    public static Reading<T> Of(T value) => new(value, null, null);

    public static Reading<T> Bad(string problem) => new(default, ConfigCodes.BadValue, problem);

    public static Reading<T> Outside(string problem) => new(default, ConfigCodes.OutOfRange, problem);
}
