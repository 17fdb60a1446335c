using System.Globalization;
using System.Text;
using Kobe.Brain;

namespace Kobe.Alerts;

/// <summary>Puts alerts into as few words as fit: one as it is, several as a digest that names each.</summary>
internal static class AlertComposer
{
    // A line of a digest; the whole sentence is in the log.
    private const int LineCharsMax = 240;

    // From here on a list of sentences is not read any more.
    private const int LinesMax = 25;

    /// <summary>Composes a message of the first so many alerts as fit.</summary>
    /// <param name="ready">In order; at least one.</param>
    /// <param name="rules">The channel's.</param>
    /// <param name="more">Whether there was a message a moment ago.</param>
    /// <param name="again">Whether some of them may have been told before.</param>
    public static AlertMessage Compose(IReadOnlyList<Alert> ready, ChannelRules rules, bool more, bool again)
    {
        var room = rules.TextMax - (again ? Again.Length : 0);
        var message = ready.Count == 1 ? Single(ready[0], rules, room)
            : Sentences(ready, rules, room, more) ?? Names(ready, rules, room, more);
        return again ? message with { Text = message.Text + Again } : message;
    }

    private const string Again = "\n(perhaps told before: the answer to an earlier message got lost)";

    private static AlertMessage Single(Alert alert, ChannelRules rules, int room)
    {
        var time = TimeZoneInfo.ConvertTime(alert.At, rules.Zone)
            .ToString("\nyyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        return new([alert], alert.Level, Cut(alert.Text, room - time.Length) + time);
    }

    // A line for each topic; null when they are too many or too long.
    private static AlertMessage? Sentences(IReadOnlyList<Alert> ready, ChannelRules rules, int room, bool more)
    {
        var topics = ready.GroupBy(alert => alert.Topic).ToList();
        if (topics.Count > LinesMax)
        {
            return null;
        }

        var text = new StringBuilder(Header(ready, rules, more));
        foreach (var topic in topics)
        {
            var last = topic.Last();
            text.Append('\n').Append(Clock(topic.First().At, rules)).Append(' ')
                .Append(Cut(last.Text, LineCharsMax)).Append(Times(topic.Count()));
        }

        return text.Length <= room ? new(ready, LevelOf(ready), text.ToString()) : null;
    }

    // Kinds with the names of what they are about; what doesn't fit waits for the next message.
    private static AlertMessage Names(IReadOnlyList<Alert> ready, ChannelRules rules, int room, bool more)
    {
        // What stands around the names: the header, and a count for each kind.
        var left = room - Header(ready, rules, more).Length;
        var kinds = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var told = new List<Alert>(ready.Count);
        foreach (var alert in ready)
        {
            var cost = 0;
            if (!kinds.TryGetValue(alert.Topic.Kind, out var subjects))
            {
                subjects = new(StringComparer.Ordinal);
                cost += alert.Topic.Kind.Length + "\n 12345: ".Length;
            }

            cost += subjects.ContainsKey(alert.Topic.Subject) ? 0 : alert.Topic.Subject.Length + ", ×1234".Length;
            if (cost > left && told.Count > 0)
            {
                break;
            }

            left -= cost;
            kinds[alert.Topic.Kind] = subjects;
            subjects[alert.Topic.Subject] = subjects.GetValueOrDefault(alert.Topic.Subject) + 1;
            told.Add(alert);
        }

        var text = new StringBuilder(Header(told, rules, more));
        foreach (var (kind, subjects) in kinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{kind} {subjects.Values.Sum()}: ")
                .AppendJoin(", ", subjects.Select(subject => subject.Key + Times(subject.Value)));
        }

        return new(told, LevelOf(told), Cut(text.ToString(), room));
    }

    private static string Header(IReadOnlyList<Alert> alerts, ChannelRules rules, bool more)
    {
        var (from, to) = (Clock(alerts[0].At, rules), Clock(alerts[^1].At, rules));
        var count = alerts.Count.ToString(CultureInfo.InvariantCulture);
        var what = $"{(more ? " more" : "")} alert{(alerts.Count == 1 ? "" : "s")}";
        return $"{count}{what}, {(from == to ? from : $"{from}–{to}")}";
    }

    private static AlertLevel LevelOf(IReadOnlyList<Alert> alerts)
    {
        var level = AlertLevel.Notice;
        foreach (var alert in alerts)
        {
            level = alert.Level > level ? alert.Level : level;
        }

        return level;
    }

    private static string Clock(DateTimeOffset at, ChannelRules rules) =>
        TimeZoneInfo.ConvertTime(at, rules.Zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Times(int count) =>
        count == 1 ? "" : " ×" + count.ToString(CultureInfo.InvariantCulture);

    // Half a surrogate pair would not be text any more.
    private static string Cut(string text, int max) => text.Length <= max ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1), "…");
}
