using System.Runtime.Versioning;
using Kobe.Journals;
using Kobe.Testing;

namespace Kobe.Tests.Journals;

/// <summary>The file journal on the disk. No power is lost here, so what that would lose is cut by hand.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FileJournalOnDiskTests : JournalConformance, IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("kobe-journal-");
    private readonly FaultyMedium _faulty;
    private readonly Dictionary<string, long> _durable = [];

    public FileJournalOnDiskTests() => _faulty = new FaultyMedium(new FileJournalMedium(Journal))
    {
        Fault = Note, SyncFailed = Crash,
    };

    private protected override IJournalStore Store => new FileJournalStore(_faulty, JournalOptions.Default with
    {
        // Without room ahead a file's length tells what was written.
        ReserveBytes = 0,
    });

    private protected override Func<MediumOperation, int>? Fault
    {
        set => _faulty.Fault = operation => value?.Invoke(operation) is > 0 and var errno ? errno : Note(operation);
    }

    private string Journal => Path.Combine(_directory.FullName, "journal");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Files_AreForTheirOwnerOnly()
    {
        using (var opened = Opening.Of(new FileJournalStore(new FileJournalMedium(Journal), JournalOptions.Default)))
        {
            opened.Write(Histories.Of(3, 20));
            opened.Journal.Checkpoint(opened.Ledger);
        }

        Assert.Equal("700", Convert.ToString((int)File.GetUnixFileMode(Journal), 8));
        Assert.All(Directory.GetFiles(Journal), file =>
            Assert.Equal("600", Convert.ToString((int)File.GetUnixFileMode(file), 8)));
    }

    [Fact]
    public void File_WhenClosed_IsLinesAndNothingElse()
    {
        using (var opened = Opening.Of(new FileJournalStore(new FileJournalMedium(Journal), JournalOptions.Default)))
        {
            opened.Write(Days(0, 1));
            var length = new FileInfo(Directory.GetFiles(Journal).Single()).Length;
            Assert.True(length >= JournalOptions.Default.ReserveBytes);
        }

        var text = File.ReadAllText(Directory.GetFiles(Journal).Single());
        Assert.Equal(4, text.Split('\n').Length - 1);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    private protected override void Crash()
    {
        foreach (var (file, length) in _durable)
        {
            using var stream = File.OpenWrite(file);
            stream.SetLength(length);
        }
    }

    // Before a sync runs, what the files hold then is what it makes durable.
    private int Note(MediumOperation operation)
    {
        if (operation == MediumOperation.Sync)
        {
            foreach (var file in Directory.GetFiles(Journal, "*.jsonl"))
            {
                _durable[file] = new FileInfo(file).Length;
            }
        }

        return 0;
    }
}
