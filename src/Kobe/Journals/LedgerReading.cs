using Kobe.Core.Runs;

namespace Kobe.Journals;

/// <summary>The ledger, folded on another core while zones, calendars and schedule are loaded.</summary>
internal sealed class LedgerReading
{
    private readonly Thread _reading;
    private Ledger? _ledger;
    private string? _problem;

    private LedgerReading(string folder)
    {
        Folder = folder;
        _reading = new Thread(() => _ledger = LedgerReader.Read(new FileJournalMedium(folder), out _problem))
        {
            IsBackground = true,
        };
        _reading.Start();
    }

    /// <summary>The journal's folder.</summary>
    public string Folder { get; }

    /// <summary>Begins to read a journal's folder.</summary>
    public static LedgerReading Begin(string folder) => new(folder);

    /// <summary>The ledger, as <see cref="LedgerReader"/> reads it.</summary>
    public Ledger? Wait(out string? problem)
    {
        _reading.Join();
        problem = _problem;
        return _ledger;
    }
}
