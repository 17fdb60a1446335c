using System.Globalization;
using System.Text.Json;
using Kobe.Desk.Brokers;
using Kobe.Desk.Files;
using Kobe.Desk.Orders;

namespace Kobe.Desk.Accounts;

/// <summary>The ledger and its file: what a broker tells is booked, once, and on disk before it counts.</summary>
internal sealed class LedgerBook
{
    // Brokers book late and out of order; what was booked before is known by its id.
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(3);
    private readonly LineLog _log;

    public LedgerBook(LineLog log)
    {
        _log = log;
        foreach (var line in log.Lines)
        {
            Ledger.Book(LedgerText.Read(line));
        }
    }

    public AccountLedger Ledger { get; } = new();

    /// <summary>Books entries that are not booked yet.</summary>
    /// <exception cref="IOException">They are not on disk, and not booked.</exception>
    public int Book(params ReadOnlySpan<LedgerEntry> entries)
    {
        var fresh = new List<LedgerEntry>();
        foreach (var entry in entries)
        {
            if (!Ledger.Has(entry.Id) && !fresh.Exists(one => one.Id == entry.Id))
            {
                fresh.Add(entry);
            }
        }

        if (fresh.Count > 0)
        {
            _log.Append([.. fresh.Select<LedgerEntry, Action<Utf8JsonWriter>>(
                entry => writer => LedgerText.Write(writer, entry))]);
            fresh.ForEach(entry => Ledger.Book(entry));
        }

        return fresh.Count;
    }

    /// <summary>Takes up what moved at the broker since the last time; the first time, the account as it
    /// stands.</summary>
    /// <returns>Null when it did; else why not, and then nothing was booked.</returns>
    public async Task<string?> SyncAsync(
        IAccountReader broker, OrderRecords records, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!Ledger.IsOpen)
        {
            return await OpenAsync(broker, now, cancellation).ConfigureAwait(false);
        }

        var reply = await broker.ActivitiesAsync(Ledger.LastAt - LookBack, cancellation).ConfigureAwait(false);
        if (reply is not BrokerReply<IReadOnlyList<Activity>>.Done { Value: var activities })
        {
            return reply.ToString();
        }

        var entries = new List<LedgerEntry>();
        foreach (var activity in activities)
        {
            if (Ledger.Has(activity.Id))
            {
                continue;
            }

            var entry = await EntryAsync(activity, broker, records, cancellation).ConfigureAwait(false);
            if (entry.Problem is { } problem)
            {
                return problem;
            }

            if (entry.Value is { } value)
            {
                entries.Add(value);
            }
        }

        Book([.. entries]);
        return null;
    }

    /// <summary>Books the prices of what is held, and a point of the equity curve.</summary>
    public void Value(IEnumerable<Position> positions, DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        LedgerEntry[] marks =
        [
            .. from position in positions
               select new LedgerEntry.Marked(
                   $"mark {position.Symbol} {stamp}", now, position.Symbol, position.CurrentPrice),
            new LedgerEntry.Valued($"value {stamp}", now),
        ];
        Book(marks);
    }

    /// <summary>The entry that an activity makes; null for one that is not known here.</summary>
    internal static LedgerEntry? Entry(
        Activity activity, string clientOrderId, bool isExternal, decimal? plannedStop) => activity.Kind switch
    {
        ActivityKind.Other => null,
        ActivityKind.Fill => new LedgerEntry.Traded(
            activity.Id, activity.At, activity.Symbol, activity.Side, activity.Quantity, activity.Price, clientOrderId,
            isExternal, plannedStop),
        ActivityKind.Split => new LedgerEntry.Split(activity.Id, activity.At, activity.Symbol, activity.Quantity),
        _ => new LedgerEntry.Moved(activity.Id, activity.At, activity.Kind, activity.Symbol, activity.Amount),
    };

    private async Task<string?> OpenAsync(IAccountReader broker, DateTimeOffset now, CancellationToken cancellation)
    {
        // What had moved before must not be booked again later; if something moves while this is read, nobody can tell
        // on which side of the beginning it is.
        var before = await broker.ActivitiesAsync(now - LookBack, cancellation).ConfigureAwait(false);
        var account = await broker.AccountAsync(cancellation).ConfigureAwait(false);
        var positions = await broker.PositionsAsync(cancellation).ConfigureAwait(false);
        if (account.ValueOrDefault is not { } money || positions.ValueOrDefault is not { } held)
        {
            return account is BrokerReply<Account>.Done ? positions.ToString() : account.ToString();
        }

        var after = await broker.ActivitiesAsync(now - LookBack, cancellation).ConfigureAwait(false);
        if (before.ValueOrDefault is not { } moved || after.ValueOrDefault is not { } movedSince)
        {
            return $"{before} {after}";
        }

        if (moved.Count != movedSince.Count)
        {
            return "The account moved while the ledger was being opened. Try again.";
        }

        LedgerEntry[] entries =
        [
            new LedgerEntry.Opened("opened", now, money.Cash),
            .. from activity in moved select new LedgerEntry.Included(activity.Id, activity.At),
            .. from position in held
               select new LedgerEntry.Adopted(
                   $"adopted {position.Symbol}", now, position.Symbol, position.Quantity, position.CostBasis),
        ];
        Book(entries);
        return null;
    }

    private static async Task<(LedgerEntry? Value, string? Problem)> EntryAsync(
        Activity activity, IAccountReader broker, OrderRecords records, CancellationToken cancellation)
    {
        if (activity.Kind != ActivityKind.Fill)
        {
            return (Entry(activity, "", isExternal: false, plannedStop: null), null);
        }

        // Whose order it was decides whether the fill is ours; a leg belongs to whoever placed its entry.
        var ours = records.OfOrder(activity.OrderId);
        var clientId = ours?.Request.ClientOrderId;
        if (ours is null)
        {
            var reply = await broker.OrderAsync(activity.OrderId, cancellation).ConfigureAwait(false);
            if (reply is BrokerReply<Order>.Unclear unclear)
            {
                return (null, unclear.Why);
            }

            clientId = reply.ValueOrDefault?.ClientOrderId ?? activity.OrderId;
            ours = records.Find(clientId);
        }

        return (Entry(activity, clientId!, ours is null, ours?.PlannedStop), null);
    }
}
