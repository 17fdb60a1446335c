using Kobe.Core.Markets;

namespace Kobe.Core.Schedules.Checking;

/// <summary>The different hours that sessions of one calendar can have, as wall-clock times of its zone.</summary>
internal static class SessionShapes
{
    public static IReadOnlyList<SegmentHours> Of(CalendarRules rules)
    {
        var shapes = new List<SegmentHours> { rules.Hours };
        foreach (var rule in rules.EarlyCloses)
        {
            Add(shapes, EarlyClose(rules.Hours, rule.Close));
        }

        foreach (var day in rules.OneOffDays)
        {
            if (day is { Kind: OneOffKind.EarlyClose, At: { } close })
            {
                Add(shapes, EarlyClose(rules.Hours, close));
            }
            else if (day is { Kind: OneOffKind.LateOpen, At: { } open })
            {
                Add(shapes, rules.Hours with { Open = open });
            }
        }

        return shapes;
    }

    /// <summary>The wall-clock time of an anchor in a session.</summary>
    public static TimeSpan TimeOf(Anchor anchor, SegmentHours shape) => anchor.Offset + anchor.Point switch
    {
        AnchorPoint.Pre => shape.Pre,
        AnchorPoint.Open => shape.Open,
        AnchorPoint.Close => shape.Close,
        _ => shape.Post,
    };

    private static SegmentHours EarlyClose(SegmentHours usual, TimeSpan close) =>
        usual with { Close = close, Post = close + usual.PostAfterEarlyClose };

    private static void Add(List<SegmentHours> shapes, SegmentHours shape)
    {
        if (!shapes.Contains(shape))
        {
            shapes.Add(shape);
        }
    }
}
