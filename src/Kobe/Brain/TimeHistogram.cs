using System.Globalization;
using System.Text;

namespace Kobe.Brain;

/// <summary>Counts spans by size, for others to draw. One writes, any may read.</summary>
internal sealed class TimeHistogram
{
    /// <summary>The upper bounds of its sizes, in seconds.</summary>
    public static IReadOnlyList<double> Bounds => Upper;

    private static readonly double[] Upper =
        [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

    private readonly Lock _gate = new();
    private readonly long[] _counts = new long[Upper.Length + 1];
    private double _sum;
    private long _count;

    /// <summary>Told of each, in seconds; null when nobody wants to know.</summary>
    public Action<double>? Added { get; set; }

    /// <summary>Counts one.</summary>
    public void Add(TimeSpan span)
    {
        var seconds = Math.Max(0, span.TotalSeconds);
        var place = Array.FindIndex(Upper, bound => seconds <= bound);
        lock (_gate)
        {
            _counts[place < 0 ? Upper.Length : place]++;
            _sum += seconds;
            _count++;
        }

        Added?.Invoke(seconds);
    }

    /// <summary>Writes it in Prometheus' text form.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="name">The metric's name.</param>
    /// <param name="labels">Labels with a comma at the end, or empty.</param>
    public void Write(StringBuilder text, string name, string labels = "")
    {
        lock (_gate)
        {
            var below = 0L;
            for (var i = 0; i <= Upper.Length; i++)
            {
                below += _counts[i];
                var bound = i < Upper.Length ? Upper[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}le=\"{bound}\"}} {below}\n");
            }

            var own = labels.Length == 0 ? "" : $"{{{labels.TrimEnd(',')}}}";
            text.Append(CultureInfo.InvariantCulture, $"{name}_sum{own} {_sum}\n{name}_count{own} {_count}\n");
        }
    }
}
