using Kobe.Desk.Bars;

namespace Kobe.Plugins.Trading.Entries;

/// <summary>How the daily returns of two symbols go together; pure.</summary>
internal static class Together
{
    // Fewer common days say nothing; unknown counts as together at the door.
    private const int DaysMin = 30;

    /// <summary>Pearson's correlation of the last returns on common days; null with fewer than thirty.</summary>
    public static double? Of(ReadOnlySpan<Bar> a, ReadOnlySpan<Bar> b, int days)
    {
        var (n, sa, sb, saa, sbb, sab) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (int i = a.Length - 1, j = b.Length - 1; i > 0 && j > 0 && n < days;)
        {
            if (a[i].StartTicks != b[j].StartTicks)
            {
                _ = a[i].StartTicks > b[j].StartTicks ? i-- : j--;
                continue;
            }

            var (x, y) = ((a[i].Close / a[i - 1].Close) - 1, (b[j].Close / b[j - 1].Close) - 1);
            (n, sa, sb, saa, sbb, sab) = (n + 1, sa + x, sb + y, saa + (x * x), sbb + (y * y), sab + (x * y));
            (i, j) = (i - 1, j - 1);
        }

        var spread = ((n * saa) - (sa * sa)) * ((n * sbb) - (sb * sb));
        return n < DaysMin || spread <= 0 ? null : Math.Clamp(((n * sab) - (sa * sb)) / Math.Sqrt(spread), -1, 1);
    }
}
