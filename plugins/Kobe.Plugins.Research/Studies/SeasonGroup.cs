using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Studies;

/// <summary>Sessions that were put together, against all others.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Mean">Their mean return.</param>
/// <param name="Up">The share of them that rose.</param>
/// <param name="T">The distance to the others in standard errors, or null.</param>
/// <param name="Adjusted">The probability of chance, corrected for the number of groups.</param>
internal sealed record SeasonGroup(string Name, int Count, double? Mean, double? Up, double? T, double Adjusted)
{
    /// <summary>The least sessions of a group that may hold.</summary>
    public const int SessionsMin = 30;

    /// <summary>The probability of chance that is tolerated.</summary>
    public const double Level = 0.05;

    /// <summary>Whether it differs from the others by more than chance.</summary>
    public bool Holds => Count >= SessionsMin && Adjusted < Level;

    /// <summary>Compares each group with all others.</summary>
    /// <param name="sessions">The name of the group and the return of each session, in order.</param>
    public static IReadOnlyList<SeasonGroup> Of(IReadOnlyList<(string Name, double Return)> sessions)
    {
        var names = sessions.Select(session => session.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        var tests = names.ConvertAll(name => MeanTest.OfTwo(
            [.. sessions.Where(session => session.Name == name).Select(session => session.Return)],
            [.. sessions.Where(session => session.Name != name).Select(session => session.Return)]));
        var adjusted = FalseDiscovery.Adjust(tests.ConvertAll(test => test.P));
        return
        [
            .. names.Select((name, i) => new SeasonGroup(
                name, tests[i].Count, Figure.Of(tests[i].Mean), Figure.Of(Rising(sessions, name), 3),
                Figure.Of(tests[i].T, 3), Math.Round(adjusted[i], 6))),
        ];
    }

    private static double Rising(IReadOnlyList<(string Name, double Return)> sessions, string name) =>
        sessions.Where(session => session.Name == name).Average(session => session.Return > 0 ? 1.0 : 0);
}
