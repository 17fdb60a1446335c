using System.Globalization;
using Kobe.Core.Runs;

namespace Kobe.Journals;

/// <summary>Reads all files in order: checks every line, folds those behind the checkpoint, finds the end.</summary>
/// <remarks>
/// Only the very last line may be damaged, because only the last write can have been cut off; anything else damaged is
/// not the work of a crash, and is refused with its line. It changes nothing.
/// </remarks>
/// <param name="medium">Where the files are.</param>
/// <param name="ledger">Folds into this, from its own number on.</param>
/// <param name="lineCrc">The checksum of the line with the ledger's number; null when the ledger is empty.</param>
internal sealed class JournalScan(IJournalMedium medium, Ledger ledger, uint? lineCrc)
{
    private readonly NamePool _names = new();
    private readonly long _from = ledger.Seq;

    /// <summary>The number of the last whole line; 0 when there is none.</summary>
    public long LastSeq { get; private set; }

    /// <summary>That line's checksum.</summary>
    public uint LastCrc { get; private set; }

    /// <summary>Where the last file's last whole line ends, in bytes.</summary>
    public long End { get; private set; }

    /// <summary>What stands behind the end and must be cut; null when nothing does.</summary>
    public TornTail? Torn { get; private set; }

    /// <summary>Why the checkpoint does not fit this journal; null when it does.</summary>
    public string? Mismatch { get; private set; }

    /// <summary>Reads the files; ends early when the checkpoint does not fit.</summary>
    /// <exception cref="JournalCorruptException">A line is damaged that no crash could have damaged.</exception>
    public void Read(IReadOnlyList<DayFile> files)
    {
        foreach (var (index, day) in files.Index())
        {
            using var file = medium.OpenToRead(day.Name);
            Read(file, day.Name, isLast: index == files.Count - 1);
            if (Mismatch is not null)
            {
                return;
            }
        }

        if (LastSeq < _from)
        {
            Mismatch = string.Create(CultureInfo.InvariantCulture, $"the journal ends at event {LastSeq}");
        }
    }

    private void Read(IJournalFile file, string name, bool isLast)
    {
        using var lines = new LineReader(file);
        var (blank, bad) = (0, 0);
        End = 0;
        while (Mismatch is null && lines.TryNext(out var line))
        {
            if (line.IsEmpty)
            {
                // Room that was written ahead; at the end of a file only.
                blank = blank == 0 ? lines.Number : blank;
            }
            else if (lines.HasEnd && JournalLine.IsWhole(line, out var crc))
            {
                if (Math.Max(blank, bad) > 0)
                {
                    throw Refuse(name, bad > 0 ? bad : blank, lines.Number);
                }

                Accept(name, lines.Number, line, crc);
                End = lines.Offset + line.Length + 1;
            }
            else if (bad > 0 || HoldsWholeLine(line))
            {
                throw Refuse(name, bad > 0 ? bad : lines.Number, lines.Number);
            }
            else
            {
                bad = lines.Number;
            }
        }

        if (bad > 0 && !isLast)
        {
            throw JournalCorruptException.At(
                At(name), bad, JournalCodes.BadEnd, "The line is not whole, and a newer file follows.",
                "Restore the file from a backup; only the newest file may end in the middle of a line.");
        }

        Torn = bad > 0 ? new TornTail(At(name), bad, End, file.Length - End) : null;
    }

    private void Accept(string name, int number, ReadOnlySpan<byte> line, uint crc)
    {
        var seq = JournalLine.SeqOf(line);
        if (LastSeq == 0 && seq > _from + 1)
        {
            Mismatch = string.Create(CultureInfo.InvariantCulture, $"the journal begins at event {seq}");
            if (_from == 0)
            {
                throw JournalCorruptException.At(
                    At(name), number, JournalCodes.NoBeginning,
                    $"The journal begins with event {seq}, and no checkpoint stands for what was before.",
                    "Restore the older files, or the checkpoints, from a backup.");
            }

            return;
        }

        if (LastSeq > 0 && seq != LastSeq + 1)
        {
            throw JournalCorruptException.At(
                At(name), number, JournalCodes.Gap, $"Event {seq} follows event {LastSeq}.",
                "Restore the missing file or line from a backup; lines are never taken out or doubled.");
        }

        if (seq == _from && crc != lineCrc)
        {
            Mismatch = "it was made for another journal";
            return;
        }

        if (seq > _from)
        {
            Fold(name, number, line);
        }

        LastSeq = seq;
        LastCrc = crc;
    }

    private void Fold(string name, int number, ReadOnlySpan<byte> line)
    {
        if (!RunEventReader.TryRead(line, _names, out var entry, out var problem))
        {
            throw JournalCorruptException.At(
                At(name), number, JournalCodes.Unreadable, problem, "Was it written by a newer version?");
        }

        try
        {
            ledger.Apply(entry.Seq, entry.Event);
        }
        catch (LedgerException impossible)
        {
            throw JournalCorruptException.At(At(name), number, JournalCodes.Impossible, impossible.Message);
        }
    }

    // Damage to a line feed makes one line of two: the second is whole, so the first was not the last written.
    private static bool HoldsWholeLine(ReadOnlySpan<byte> line)
    {
        var start = "{\"seq\":"u8;
        for (var at = 1; line[at..].IndexOf(start) is >= 0 and var next; at += next + 1)
        {
            if (JournalLine.IsWhole(line[(at + next)..]))
            {
                return true;
            }
        }

        return false;
    }

    private JournalCorruptException Refuse(string name, int line, int good) => JournalCorruptException.At(
        At(name), line, JournalCodes.BadLine,
        line == good ? "The line is damaged and holds a whole one." : $"The line is damaged and line {good} follows.",
        "A crash can only damage the last line. The file was left as it is: restore it from a backup.");

    private string At(string name) => Path.Combine(medium.Name, name);
}
