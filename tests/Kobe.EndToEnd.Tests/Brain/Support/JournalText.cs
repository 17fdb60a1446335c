using System.Text;
using Kobe.Core.Runs;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>The journal of a state directory, as anybody can read it.</summary>
internal sealed class JournalText(string state)
{
    private readonly string _folder = Path.Combine(state, "journal");

    /// <summary>All events so far, in order; what is being written at its end is left out.</summary>
    public IReadOnlyList<RunEvent> Events => [.. Entries().Select(entry => entry.Event)];

    /// <summary>How many lines there are, whole or not.</summary>
    public long Count() => !Directory.Exists(_folder) ? 0 : Directory.GetFiles(_folder, "*.jsonl")
        .Sum(file => (long)ReadLines(file).Length);

    /// <summary>The fold of all events: the one truth about what became of what.</summary>
    public Ledger Fold()
    {
        var ledger = new Ledger();
        foreach (var entry in Entries())
        {
            ledger.Apply(entry.Seq, entry.Event);
        }

        return ledger;
    }

    /// <summary>Writes a journal as an earlier brain would have left it.</summary>
    public void Write(params RunEvent[] events)
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(state, Owner);
        Directory.CreateDirectory(_folder, Owner);
        using var line = new JournalLine();
        using var file = new FileStream(Path.Combine(_folder, $"{events[0].At:yyyy-MM-dd}.jsonl"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        for (var i = 0; i < events.Length; i++)
        {
            file.Write(line.Write(i + 1, events[i]));
        }
    }

    /// <summary>Cuts the last line in half, as a crash in the middle of its writing would.</summary>
    public void TearLastLine()
    {
        var file = LastFile();
        var text = File.ReadAllText(file).TrimEnd('\n');
        var start = text.LastIndexOf('\n') + 1;
        File.WriteAllText(file, text[..(start + ((text.Length - start) / 2))]);
    }

    /// <summary>The newest file.</summary>
    public string LastFile() => Directory.GetFiles(_folder, "*.jsonl").Order(StringComparer.Ordinal).Last();

    private IEnumerable<JournalEntry> Entries()
    {
        var names = new NamePool();
        if (!Directory.Exists(_folder))
        {
            yield break;
        }

        foreach (var file in Directory.GetFiles(_folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var text in ReadLines(file))
            {
                var line = Encoding.UTF8.GetBytes(text);
                if (!JournalLine.IsWhole(line))
                {
                    yield break;
                }

                Assert.True(RunEventReader.TryRead(line, names, out var entry, out var problem), problem);
                yield return entry;
            }
        }
    }

    private static string[] ReadLines(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
