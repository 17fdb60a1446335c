using System.Text;
using Kobe.Core.Runs;
using Kobe.Operation;

namespace Kobe.Views;

/// <summary>discoveries.log: every finding once, one JSON object a line, also across restarts.</summary>
/// <param name="path">The file.</param>
/// <param name="documents">Writes a finding.</param>
internal sealed class DiscoveryLogFile(string path, StateDocuments documents)
{
    // Findings are bounded by the journal's own limit on a line; two of them always hold the last one whole.
    private const int TailBytes = 256 * 1024;

    private IReadOnlyList<FoundDiscovery>? _seen;
    private string? _lastLine;

    /// <summary>Appends those findings that are not in the file yet.</summary>
    /// <param name="discoveries">The last findings, oldest first.</param>
    /// <param name="zone">The zone of their times.</param>
    public void Append(IReadOnlyList<FoundDiscovery> discoveries, TimeZoneInfo zone)
    {
        if (ReferenceEquals(discoveries, _seen) || discoveries.Count == 0)
        {
            return;
        }

        using var file = DiskFile.Open(path, Posix.ReadWrite | Posix.Create);
        var end = EndOfLines(file);
        var lines = discoveries.Select(one => Line(one, zone)).ToList();
        var known = _lastLine is null ? -1 : lines.LastIndexOf(_lastLine);
        var added = lines.Skip(known + 1).ToList();
        if (added.Count > 0)
        {
            // What was torn behind the last whole line by a full disk or a crash goes before the next.
            file.SetLength(end);
            file.Write(end, Encoding.UTF8.GetBytes(string.Concat(added.Select(line => line + "\n"))));
            file.SyncContent();
            _lastLine = added[^1];
        }

        _seen = discoveries;
    }

    private string Line(FoundDiscovery discovery, TimeZoneInfo zone) =>
        Encoding.UTF8.GetString(JsonBytes.OfLine(writer => documents.Discovery(writer, discovery, zone)));

    // Where the last whole line ends; remembers that line.
    private long EndOfLines(DiskFile file)
    {
        var length = file.Length;
        var from = Math.Max(0, length - TailBytes);
        var tail = new byte[length - from];
        var read = tail.AsSpan(0, file.Read(from, tail));
        var end = read.LastIndexOf((byte)'\n');
        if (end < 0)
        {
            _lastLine = null;
            return from == 0 ? 0 : length;
        }

        var begin = read[..end].LastIndexOf((byte)'\n') + 1;
        _lastLine = Encoding.UTF8.GetString(read[begin..end]);
        return from + end + 1;
    }
}
