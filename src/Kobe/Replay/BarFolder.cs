using Kobe.Files;

namespace Kobe.Replay;

/// <summary>A folder of bars as the desk reads it.</summary>
internal static class BarFolder
{
    private const string Daily = "daily";

    /// <summary>Whether bars lie in it.</summary>
    public static bool HasBars(string folder) => Path.Combine(folder, Daily) is var daily
        && Directory.Exists(daily) && Directory.EnumerateFiles(daily, "*.csv").Any();

    /// <summary>Its full path, when bars lie in it.</summary>
    /// <exception cref="UserError">None do.</exception>
    public static string Checked(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UserError(
                $"The folder of bars '{folder}' is missing. Name one that has {Daily}/SYMBOL.csv in it.");
        }

        return HasBars(folder)
            ? Path.GetFullPath(folder)
            : throw new UserError($"There are no bars in '{folder}': it needs {Daily}/SYMBOL.csv for each symbol, with "
                + "the columns date,open,high,low,close,volume.");
    }
}
