using System.Text.Json;
using Kobe.Desk.Brokers.Paper;

namespace Kobe.Desk.Sessions;

/// <summary>What goes wrong on purpose in a trial (<c>kobe demo</c>): when the feed of prices stands still, and what
/// the paper broker does to the next change. Read from <c>desk/faults.json</c>; never outside of a trial.</summary>
internal sealed class DeskFaults
{
    private const string FileName = "faults.json";

    // A script is written by hand; what is longer is none.
    private const int BytesMax = 64 * 1024;

    private static readonly Dictionary<string, Fault> Names = new(StringComparer.Ordinal)
    {
        ["timeout_after_accept"] = Fault.TimeoutAfterAccept,
        ["500_after_accept"] = Fault.ErrorAfterAccept,
        ["503_before_accept"] = Fault.ErrorBeforeAccept,
        ["slow"] = Fault.Slow,
    };

    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _feed = [];
    private readonly List<(DateTimeOffset At, Fault Fault)> _broker = [];

    /// <summary>Nothing goes wrong.</summary>
    public static DeskFaults None { get; } = new();

    /// <summary>The faults of the broker, in the order of their times (UTC).</summary>
    public IReadOnlyList<(DateTimeOffset At, Fault Fault)> Broker => _broker;

    /// <summary>Reads the script of a state directory.</summary>
    /// <exception cref="InvalidDataException">It is no script.</exception>
    public static DeskFaults Read(string state)
    {
        var path = Path.Combine(state, "desk", FileName);
        if (!File.Exists(path))
        {
            return None;
        }

        try
        {
            var bytes = new FileInfo(path).Length <= BytesMax
                ? File.ReadAllBytes(path)
                : throw new InvalidDataException($"{path} has more than {BytesMax} bytes.");
            using var document = JsonDocument.Parse(bytes);
            return Of(document.RootElement);
        }
        catch (Exception bad) when (bad is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            throw new InvalidDataException(
                $"{path} is no script of faults: write {{\"feed\":[{{\"from\":…,\"to\":…}}],"
                + $"\"broker\":[{{\"at\":…,\"fault\":\"{string.Join('|', Names.Keys)}\"}}]}}. {bad.Message}", bad);
        }
    }

    /// <summary>The instant up to which the feed has told prices by now: now, or when it stood still.</summary>
    public DateTimeOffset FeedTime(DateTimeOffset now)
    {
        foreach (var (from, to) in _feed)
        {
            if (now >= from && now < to)
            {
                return from;
            }
        }

        return now;
    }

    private static DeskFaults Of(JsonElement script)
    {
        var faults = new DeskFaults();
        if (script.TryGetProperty("feed", out var feed))
        {
            faults._feed.AddRange(feed.EnumerateArray().Select(stop => (
                stop.GetProperty("from").GetDateTimeOffset(), stop.GetProperty("to").GetDateTimeOffset())));
        }

        if (script.TryGetProperty("broker", out var broker))
        {
            faults._broker.AddRange(broker.EnumerateArray().Select(one => (
                one.GetProperty("at").GetDateTimeOffset(), Names[one.GetProperty("fault").GetString()!]))
                .OrderBy(one => one.Item1));
        }

        return faults;
    }
}
