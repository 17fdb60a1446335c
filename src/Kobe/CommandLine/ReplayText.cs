using System.Globalization;
using System.Text;
using Kobe.Core.Runs;
using Kobe.Replay;
using Kobe.Replay.Cards;
using Kobe.Replay.Desk;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe replay</c> prints for a person.</summary>
internal static class ReplayText
{
    // More cards than these are a book; the whole is in --json.
    private const int CardsMax = 5;
    private const int ReasonsMax = 12;
    private const int LinesMax = 5;

    public static void Write(ReplayOutcome outcome)
    {
        var days = outcome.Cards.Days;
        if (days.Count <= CardsMax)
        {
            foreach (var day in days)
            {
                Terminal.Write(Card(day, outcome.Desk.Of(day.Date), outcome.Plan));
            }
        }
        else
        {
            TableOutput.Write(Days(outcome));
        }

        SheetOutput.Write(Summary(outcome));
        Terminal.Write(Ending(outcome));
    }

    private static StringBuilder Card(DayCard day, DeskDay? desk, ReplayPlan plan)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{day.Date:dddd yyyy-MM-dd}");
        text.Append(plan.IsSynthetic ? $"   SYNTHETIC market, seed {plan.Seed}\n" : $"   bars of {plan.Bars}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {day.Planned} due: {Outcomes(day)}\n");
        foreach (var (reason, count) in day.Reasons.OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(ReasonsMax))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {count,5}  {reason}\n");
        }

        if (day.Reasons.Count > ReasonsMax)
        {
            var others = day.Reasons.Count - ReasonsMax;
            text.Append(CultureInfo.InvariantCulture, $"           and {others} other reasons\n");
        }

        foreach (var failure in day.Failures.Take(LinesMax))
        {
            text.Append(CultureInfo.InvariantCulture, $"  failed      {failure}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  orders      {Orders(desk)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  result      {Result(desk)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  discoveries {day.DiscoveryCount}\n");
        foreach (var found in day.Discoveries.Take(LinesMax))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {found.Value}\n");
        }

        return text.Append('\n');
    }

    private static string Outcomes(DayCard day)
    {
        var parts = SimulateView.States.Where(state => day.Finals[(int)state] > 0)
            .Select(state => $"{day.Finals[(int)state]} {state.ToString().ToLowerInvariant()}").ToList();
        if (day.Held > 0)
        {
            parts.Add($"{day.Held} held for a person");
        }

        if (day.Pending > 0)
        {
            parts.Add($"{day.Pending} pending");
        }

        return parts.Count == 0 ? "nothing" : string.Join(", ", parts);
    }

    private static string Orders(DeskDay? desk) => desk is null || desk.Orders.Count == 0 ? "none"
        : $"{desk.Sent} sent" + string.Concat(desk.Orders.GroupBy(order => order.State)
            .OrderByDescending(group => group.Count()).Select(group => $", {group.Count()} {group.Key}"));

    private static string Result(DeskDay? desk) => desk is null ? "no desk was opened"
        : string.Create(CultureInfo.InvariantCulture, $"{desk.Result:+0.00;-0.00;0.00}, equity {desk.Equity:N2}")
            + (desk.LedgerEqualsBroker ? ", as at the broker" : ", OTHER THAN AT THE BROKER");

    private static Table Days(ReplayOutcome outcome)
    {
        var table = new Table(
            "day", "due", "succeeded", "failed", "skipped", "expired", "other", "open", "orders",
            "result", "discoveries");
        foreach (var day in outcome.Cards.Days)
        {
            int Of(FinalState state) => day.Finals[(int)state];
            var named = Of(FinalState.Succeeded) + Of(FinalState.Failed) + Of(FinalState.Skipped)
                + Of(FinalState.Expired);
            table.Add(
                day.Date.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture), Number(day.Planned),
                Number(Of(FinalState.Succeeded)), Number(Of(FinalState.Failed)), Number(Of(FinalState.Skipped)),
                Number(Of(FinalState.Expired)), Number(day.Finals.Sum() - named), Number(day.Held + day.Pending),
                Number(outcome.Desk.Of(day.Date)?.Sent ?? 0),
                (outcome.Desk.Of(day.Date)?.Result ?? 0).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture),
                Number(day.DiscoveryCount));
        }

        return table;
    }

    private static Sheet Summary(ReplayOutcome outcome)
    {
        var plan = outcome.Plan;
        var sheet = new Sheet($"replayed {plan.From:yyyy-MM-dd} to {plan.To:yyyy-MM-dd}");
        sheet.Add("market", plan.IsSynthetic ? $"SYNTHETIC, seed {plan.Seed}" : plan.Bars!);
        sheet.Add("state", outcome.Folder);
        sheet.Add("alerts", $"{Number(outcome.Alerts)}; in a replay they reach nobody");
        sheet.Add("digest", ReplayDigest.Of(outcome.Cards, outcome.Desk));
        sheet.Add("handlers", string.Join(", ", outcome.Times.Take(LinesMax).Select(time => string.Create(
            CultureInfo.InvariantCulture, $"{time.Handler} {time.Real.TotalSeconds:0.0} s"))));
        sheet.Add("took", string.Create(CultureInfo.InvariantCulture,
            $"{outcome.Elapsed.TotalSeconds:0.0} s, {outcome.Speed:N0} times as fast as the clock on the wall"));
        return sheet;
    }

    private static StringBuilder Ending(ReplayOutcome outcome)
    {
        var text = new StringBuilder();
        foreach (var broken in outcome.Laws.Cases)
        {
            text.Append(CultureInfo.InvariantCulture, $"BROKEN {broken.Law} at {broken.At:O}: {broken.What}\n");
        }

        foreach (var what in outcome.DeskLaws.Cases)
        {
            text.Append(CultureInfo.InvariantCulture, $"BROKEN desk: {what}\n");
        }

        if (!outcome.IsFinished)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"Stopped. The same command with --state {outcome.Folder} goes on.\n");
        }

        return text.Append(outcome.Broken == 0 ? "No law was broken.\n" : "");
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
