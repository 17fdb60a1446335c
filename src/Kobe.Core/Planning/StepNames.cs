namespace Kobe.Core.Planning;

/// <summary>The slots of <c>every</c>: <c>/0</c> for the start of the window, <c>/1</c> for the next.</summary>
internal static class StepNames
{
    // A day of 25 hours in steps of a minute.
    private const int Known = 25 * 60;

    private static readonly string[] Names = MakeNames();

    public static string Of(int step) => step < Known ? Names[step] : $"/{step}";

    private static string[] MakeNames()
    {
        var names = new string[Known];
        for (var step = 0; step < Known; step++)
        {
            names[step] = "/" + step.ToString();
        }

        return names;
    }
}
