using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;

namespace Kobe.Plugins.Research.Reading;

/// <summary>What people are told: made-up prices say so.</summary>
internal static class Told
{
    /// <summary>A sentence, with SYNTHETIC before it where prices were made up.</summary>
    public static string Sentence(DeskSession desk, string sentence) =>
        desk.Source.IsSynthetic ? $"{SeriesName.SyntheticMark}: {sentence}" : sentence;

    /// <summary>Reports a finding.</summary>
    public static void Find(TaskContext context, DeskSession desk, string kind, string title, string? detail = null) =>
        context.Discover(new(kind, Sentence(desk, title), detail));

    /// <summary>A date as it is written in facts and files.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A share as people read it: <c>1.2 %</c>.</summary>
    public static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}
