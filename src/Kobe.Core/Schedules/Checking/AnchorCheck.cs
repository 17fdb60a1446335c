using Kobe.Core.Markets;
using Kobe.Core.Schedules.Reading;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Anchors of triggers stay within their session's date, whatever hours the session has.</summary>
internal sealed class AnchorCheck(ReadContext context)
{
    private readonly Dictionary<string, SegmentHours?> _known = [];
    private readonly Dictionary<string, IReadOnlyList<SegmentHours>> _shapes = [];

    public void Check(IReadOnlyList<ScheduledTask> tasks)
    {
        foreach (var task in tasks)
        {
            switch (task.Trigger)
            {
                case Trigger.AtTimes { HasAnchor: true } at:
                    foreach (var time in at.Times)
                    {
                        Check(task, time, SettingKey.At);
                    }

                    break;
                case Trigger.Every every:
                    Check(task, every.From, SettingKey.From);
                    Check(task, every.To, SettingKey.To);
                    break;
                default:
                    break;
            }
        }
    }

    private void Check(ScheduledTask task, DayTime? time, SettingKey key)
    {
        if (time?.Anchor is not { } anchor)
        {
            return;
        }

        var name = $"{task.Calendar} {AnchorText.Format(anchor)}";
        if (!_known.TryGetValue(name, out var outside))
        {
            _known[name] = outside = Outside(task.Calendar, anchor);
        }

        if (outside is not null)
        {
            var point = SessionShapes.TimeOf(anchor with { Offset = TimeSpan.Zero }, outside);
            context.Error(task.MarkOf(key), ScheduleCodes.AnchorLeavesDate,
                $"'{AnchorText.Format(anchor)}' leaves the date of its session: "
                + $"{anchor.Point.ToString().ToLowerInvariant()} can be {point:hh\\:mm}.",
                "An anchor must fall between 00:00 and 24:00 of the session's date.");
        }
    }

    private SegmentHours? Outside(string calendar, Anchor anchor)
    {
        if (!_shapes.TryGetValue(calendar, out var shapes))
        {
            var rules = context.Around.Calendars.Find(calendar)!.Calendar.Rules;
            _shapes[calendar] = shapes = SessionShapes.Of(rules);
        }

        foreach (var shape in shapes)
        {
            var time = SessionShapes.TimeOf(anchor, shape);
            if (time < TimeSpan.Zero || time > TimeSpan.FromDays(1))
            {
                return shape;
            }
        }

        return null;
    }
}
