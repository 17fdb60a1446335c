using Kobe.Core.Planning;
using Kobe.Core.Runs;

namespace Kobe.Simulation.Laws;

/// <summary>The account: all that was due is known, and the sums agree.</summary>
internal sealed class AccountLaws(Scene scene, KeyBooks books, LawCounts counts)
{
    private DateTimeOffset? _through;

    /// <summary>Holds the journal against what the schedules in force say, from where the last audit ended.</summary>
    public void Audit()
    {
        var ledger = scene.State.Ledger;
        if (ledger.Watermark is not { } watermark)
        {
            return;
        }

        if (_through is { } from && watermark > from)
        {
            scene.Truth.ShowDue(from, watermark, Check);
        }

        _through = _through > watermark ? _through : watermark;
        var total = ledger.Total();
        var held = total.Held == ledger.Open().Count(run => run.State == RunState.Held);
        Count(held && total.Pending + total.Held == ledger.OpenCount, "the sums of the account disagree");
    }

    /// <summary>From when on the account counts.</summary>
    public void Begin(DateTimeOffset watermark) => _through ??= watermark;

    private void Check(in Occurrence occurrence)
    {
        if (books.Find(occurrence.Key) is { Journal.IsKnown: true } record)
        {
            var isSame = record.Journal.DueTicks == occurrence.Due.UtcTicks;
            Count(isSame, isSame ? "" : $"{occurrence.Key} fell due at another instant");
            return;
        }

        var bulk = books.Find(KeyBooks.BulkOf(occurrence.Task.Id, occurrence.Date));
        var isCounted = bulk is not null && bulk.Journal.Due >= occurrence.Due;
        Count(isCounted, isCounted ? "" : $"{occurrence.Key} was lost");
    }

    private void Count(bool holds, string what)
    {
        if (holds)
        {
            counts.Held(Law.AccountHolds);
        }
        else
        {
            counts.Break(Law.AccountHolds, scene.Clock.Wall, what + ".");
        }
    }
}
