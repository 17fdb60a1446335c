using System.Text;
using Kobe.Core.Runs;
using Kobe.Operation;

namespace Kobe.Control;

/// <summary>The files by which trading is switched: <c>trading_state.json</c> and <c>KILL_SWITCH</c>.</summary>
/// <remarks>
/// The loop asks before every start. The names are looked up each time; the record is read again only when it is
/// another file than the last, or changed since.
/// </remarks>
/// <param name="state">The state directory.</param>
/// <param name="zone">The zone of the sentences in them.</param>
/// <param name="time">Its monotonic clock says how long a file has been as it is.</param>
internal sealed class TradingSwitch(string state, TimeZoneInfo zone, TimeProvider? time = null) : ITradingSwitch
{
    /// <summary>The state for everybody outside of the brain.</summary>
    public const string RecordFile = "trading_state.json";

    /// <summary>Its presence means HALTED, whatever it holds.</summary>
    public const string KillFile = "KILL_SWITCH";

    // Who reads a file of a person's must not be made to read a disk.
    private const int BytesMax = 16 * 1024;

    // Kernels stamp files by a clock of ticks, 10 ms at most: whoever writes twice within one leaves no trace of it.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly string _record = Path.Combine(state, RecordFile);
    private readonly string _kill = Path.Combine(state, KillFile);
    private FileIdentity? _known;
    private long _knownSince;
    private TradingRecord? _settled;

    /// <inheritdoc/>
    public SwitchReading Read()
    {
        try
        {
            if (FileIdentity.Of(_kill) is not null)
            {
                var (by, reason) = KillWords();
                return new(ReadRecord(), KillSwitch: true, by, reason);
            }

            return new(ReadRecord(), KillSwitch: false, "", "");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, KillSwitch: true, "kobe", error.Message);
        }
    }

    /// <inheritdoc/>
    public void Write(TradingRecord record) => AtomicFile.Write(_record, record.Write(zone));

    /// <inheritdoc/>
    public void RemoveKillSwitch()
    {
        try
        {
            File.Delete(_kill);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException(denied.Message, denied);
        }

        if (FileIdentity.Of(_kill) is not null)
        {
            throw new IOException($"{_kill} is still there.");
        }

        DiskFile.SyncDirectory(state);
    }

    /// <summary>Puts KILL_SWITCH there, for a halt that no brain takes.</summary>
    /// <exception cref="IOException">It could not.</exception>
    public void Kill(string by, string reason) =>
        AtomicFile.Write(_kill, Encoding.UTF8.GetBytes($"{by}\n{reason}\n"));

    private TradingRecord? ReadRecord()
    {
        if (FileIdentity.Of(_record) is not { } found)
        {
            return null;
        }

        if (found != _known)
        {
            (_known, _knownSince, _settled) = (found, _time.GetTimestamp(), null);
        }

        if (_settled is { } known)
        {
            return known;
        }

        var hasSettled = !found.IsLink && _time.GetElapsedTime(_knownSince) > Settling;
        var record = found.Size > BytesMax ? throw new IOException($"{_record} has {found.Size} bytes.")
            : TradingRecord.TryRead(File.ReadAllBytes(_record), out var read, out var problem) ? read
            : throw new IOException(problem);
        _settled = hasSettled ? record : null;
        return record;
    }

    // First line who, second line why; a person may have touched it with nothing in it.
    private (string By, string Reason) KillWords()
    {
        try
        {
            var found = FileIdentity.Of(_kill);
            if (found is { Size: > 0 and <= BytesMax } && File.ReadAllText(_kill) is { } text
                && text.Split('\n', 3) is [var by, var reason, ..])
            {
                return (by.Trim(), reason.Trim());
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ("file", $"KILL_SWITCH: {error.Message}");
        }

        return ("file", "KILL_SWITCH is there");
    }
}
