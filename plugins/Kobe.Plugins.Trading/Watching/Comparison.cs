using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Compares amounts of ledger and broker; pure.</summary>
internal static class Comparison
{
    // The broker rounds what it shows.
    private const decimal Cent = 0.01m;

    /// <summary>What differs between two accounts, as sentences.</summary>
    public static IEnumerable<string> Cash(AccountLedger ledger, Account account)
    {
        if (Math.Abs(ledger.Cash - account.Cash) >= Cent)
        {
            yield return FormattableString.Invariant(
                $"cash is {account.Cash:0.00} at the broker, {ledger.Cash:0.00} here");
        }

        if (Math.Abs(ledger.Equity - account.Equity) >= Cent)
        {
            yield return FormattableString.Invariant(
                $"equity is {account.Equity:0.00} at the broker, {ledger.Equity:0.00} here");
        }
    }

    /// <summary>The movements of a kind that the broker tells and the ledger has not booked, as sentences.</summary>
    public static IEnumerable<string> Unbooked(
        AccountLedger ledger, IEnumerable<Activity> told, ActivityKind kind) =>
        from activity in told
        where activity.Kind == kind && !ledger.Has(activity.Id)
        let word = kind.ToString().ToLowerInvariant()
        select FormattableString.Invariant(
            $"{word} {activity.Id} of {activity.At:yyyy-MM-dd} {activity.Symbol} is not booked");
}
