using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Features;

/// <summary>Makes the features of a row's symbols from the stored bars.</summary>
internal static class FeatureSource
{
    private const int SessionsPerYear = 252;

    /// <summary>The features of some symbols.</summary>
    public static FeatureTable Of(TaskContext context, DeskSession desk, string scope, int years, int horizon) =>
        FeatureTable.Of(Scope.Panel(context, desk, scope, (Math.Max(1, years) * SessionsPerYear) + 1), horizon);
}
