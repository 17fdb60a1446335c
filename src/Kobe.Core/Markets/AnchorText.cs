using Kobe.Core.Text;

namespace Kobe.Core.Markets;

/// <summary>Anchors as the schedule writes them: <c>open</c>, <c>close-25m</c>.</summary>
public static class AnchorText
{
    /// <summary>Reads an anchor.</summary>
    /// <param name="text">A point, optionally with + or - and a duration.</param>
    /// <param name="anchor">The anchor, when there is one.</param>
    /// <returns>False when the text is no anchor.</returns>
    public static bool TryParse(string text, out Anchor anchor)
    {
        ArgumentNullException.ThrowIfNull(text);
        anchor = default;
        var sign = text.AsSpan().IndexOfAny('+', '-');
        var word = sign < 0 ? text : text[..sign];
        AnchorPoint? point = word switch
        {
            "pre" => AnchorPoint.Pre,
            "open" => AnchorPoint.Open,
            "close" => AnchorPoint.Close,
            "post" => AnchorPoint.Post,
            _ => null,
        };
        var offset = TimeSpan.Zero;
        if (point is null || (sign >= 0 && !DurationText.TryParse(text.AsSpan(sign + 1), out offset)))
        {
            return false;
        }

        anchor = new(point.Value, sign >= 0 && text[sign] == '-' ? -offset : offset);
        return true;
    }

    /// <summary>The anchor as the schedule writes it.</summary>
    /// <param name="anchor">The anchor.</param>
    public static string Format(Anchor anchor)
    {
        var point = anchor.Point.ToString().ToLowerInvariant();
        return anchor.Offset.Ticks switch
        {
            0 => point,
            > 0 => $"{point}+{DurationText.Format(anchor.Offset)}",
            _ => $"{point}-{DurationText.Format(-anchor.Offset)}",
        };
    }
}
