namespace Kobe.Plugins.Research.Reading;

/// <summary>Numbers as they are kept: rounded, and null where there is none.</summary>
internal static class Figure
{
    /// <summary>Rounds a number; null for what JSON can't carry.</summary>
    public static double? Of(double value, int digits = 6) =>
        double.IsFinite(value) ? Math.Round(value, digits) : null;
}
