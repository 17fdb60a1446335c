using Kobe.Core.Runs;
using Kobe.Desk.Bars.Store;
using Kobe.Desk.Files;

namespace Kobe.Desk.Orders;

/// <summary>Reads the trading state from its files: the stricter of <c>trading_state.json</c> and
/// <c>KILL_SWITCH</c>.</summary>
/// <remarks>Read anew for each order. Whatever goes wrong while reading means HALTED, with exits not
/// approved.</remarks>
internal sealed class TradingStateFiles(string state)
{
    private const int BytesMax = 16 * 1024;

    public TradingStanding Read()
    {
        try
        {
            var record = ReadRecord();
            return IsThere("KILL_SWITCH")
                ? new(
                    TradingState.HALTED, record is { State: TradingState.HALTED, ExitsApproved: true },
                    "KILL_SWITCH is there")
                : record is null ? new(TradingState.ACTIVE, false, "no state was set")
                : new(record.State, record.ExitsApproved, $"set by {record.Set.By}: {record.Set.Reason}");
        }
        // Anything at all: an error on the way to the state is a halt, not an accident (0010).
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new(TradingState.HALTED, ExitsApproved: false, $"the trading state can't be read: {error.Message}");
        }
    }

    /// <summary>Replaces the state, durably: readers see the old file or the new.</summary>
    public void Write(TradingRecord record, TimeZoneInfo zone)
    {
        var path = Path.Combine(state, "trading_state.json");
        using (var file = OwnerOnly.Create(path + ".tmp"))
        {
            file.Write(record.Write(zone));
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".tmp", path, overwrite: true);
        LibC.SyncDirectory(state);
    }

    private TradingRecord? ReadRecord()
    {
        if (!IsThere("trading_state.json"))
        {
            return null;
        }

        using var file = File.OpenRead(Path.Combine(state, "trading_state.json"));
        if (file.Length > BytesMax)
        {
            throw new IOException($"trading_state.json has {file.Length} bytes.");
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return TradingRecord.TryRead(bytes, out var record, out var problem) ? record : throw new IOException(problem);
    }

    // Not File.Exists, which says false when it may not look: a directory that can't be read must not count as empty.
    private bool IsThere(string name) =>
        Directory.EnumerateFileSystemEntries(state, name, SearchOption.TopDirectoryOnly).Any();
}
