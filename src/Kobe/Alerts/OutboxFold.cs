namespace Kobe.Alerts;

/// <summary>What the lines of an outbox add up to.</summary>
internal sealed class OutboxFold
{
    private readonly SortedDictionary<long, OutboxEntry.Raised> _raised = [];
    private readonly Dictionary<(long Number, string To), DateTimeOffset?> _done = [];
    private readonly HashSet<(long Number, string To)> _trying = [];
    private readonly Dictionary<string, DateTimeOffset> _held = new(StringComparer.Ordinal);

    /// <summary>The last number that is taken.</summary>
    public long LastNumber { get; private set; }

    /// <summary>Until when each channel was asked to keep quiet.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Held => _held;

    /// <summary>Takes account of a line.</summary>
    public void Apply(OutboxEntry entry)
    {
        switch (entry)
        {
            case OutboxEntry.Raised raised:
                _raised[raised.Alert.Number] = raised;
                LastNumber = Math.Max(LastNumber, raised.Alert.Number);
                break;
            case OutboxEntry.Trying trying:
                _trying.UnionWith(trying.Numbers.Select(number => (number, trying.To)));
                break;
            case OutboxEntry.NotSent failed:
                _trying.ExceptWith(failed.Numbers.Select(number => (number, failed.To)));
                break;
            case OutboxEntry.Sent sent:
                End(sent.Numbers, sent.To, sent.At);
                break;
            case OutboxEntry.Dead dead:
                End(dead.Numbers, dead.To, null);
                break;
            case OutboxEntry.Held held:
                _held[held.To] = held.Until;
                break;
            case OutboxEntry.Counted counted:
                LastNumber = Math.Max(LastNumber, counted.Number);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Every alert that it knows, told or not, in order.</summary>
    public IReadOnlyList<Alert> Known => [.. _raised.Values.Select(raised => raised.Alert)];

    /// <summary>What a channel still has to tell, in order.</summary>
    public IEnumerable<Alert> Open(string channel) =>
        from raised in _raised.Values
        where raised.To.Contains(channel) && !_done.ContainsKey((raised.Alert.Number, channel))
        select raised.Alert;

    /// <summary>What a channel has told, and when.</summary>
    public IEnumerable<(Alert Alert, DateTimeOffset At)> Told(string channel) =>
        from raised in _raised.Values
        where _done.TryGetValue((raised.Alert.Number, channel), out var at) && at is not null
        select (raised.Alert, _done[(raised.Alert.Number, channel)]!.Value);

    /// <summary>What a channel began to tell and nobody knows whether it did.</summary>
    public IEnumerable<long> InDoubt(string channel) =>
        from one in _trying where one.To == channel && !_done.ContainsKey(one) select one.Number;

    /// <summary>Channels that alerts wait for.</summary>
    public IReadOnlyList<string> Channels() =>
        [.. _raised.Values.SelectMany(raised => raised.To).Distinct(StringComparer.Ordinal)];

    /// <summary>The shortest lines that say the same.</summary>
    /// <param name="toldAfter">What was told before that is forgotten, once all its channels are through.</param>
    public IEnumerable<OutboxEntry> Lines(DateTimeOffset toldAfter)
    {
        yield return new OutboxEntry.Counted(LastNumber);
        foreach (var (channel, until) in _held)
        {
            if (until > toldAfter)
            {
                yield return new OutboxEntry.Held(channel, until);
            }
        }

        foreach (var raised in _raised.Values)
        {
            var ends = raised.To.Select(to => (To: to, Number: raised.Alert.Number)).ToList();
            if (ends.TrueForAll(end => _done.TryGetValue((end.Number, end.To), out var at) && !(at >= toldAfter)))
            {
                continue;
            }

            yield return raised;
            foreach (var (to, number) in ends)
            {
                if (_done.TryGetValue((number, to), out var at))
                {
                    yield return at is { } told
                        ? new OutboxEntry.Sent(to, [number], told)
                        : new OutboxEntry.Dead(to, [number]);
                }
                else if (_trying.Contains((number, to)))
                {
                    yield return new OutboxEntry.Trying(to, [number]);
                }
            }
        }
    }

    private void End(IReadOnlyList<long> numbers, string to, DateTimeOffset? at)
    {
        foreach (var number in numbers)
        {
            _done[(number, to)] = at;
            _trying.Remove((number, to));
        }
    }
}
