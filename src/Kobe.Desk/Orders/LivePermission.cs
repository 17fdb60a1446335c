using System.Text.Json;
using Kobe.Desk.Brokers.Alpaca;

namespace Kobe.Desk.Orders;

/// <summary>What has to come together before an order goes to an account with money in it.</summary>
/// <remarks>
/// Three things by three ways: the mode in the configuration, the account's number in the environment
/// (<c>KOBE_LIVE</c>),
/// and an approval that a person gave within the last day. And the broker must name the same account.
/// </remarks>
internal static class LivePermission
{
    /// <summary>How long an approval counts.</summary>
    public static readonly TimeSpan ApprovalLasts = TimeSpan.FromHours(24);

    /// <summary>Why no live order may go now; null when it may.</summary>
    /// <param name="account">The account's number, as the broker tells it.</param>
    /// <param name="environment">The value of KOBE_LIVE.</param>
    /// <param name="approval">The text of the approval's file; null when there is none.</param>
    /// <param name="now">Now (UTC).</param>
    public static string? Problem(string account, string? environment, string? approval, DateTimeOffset now)
    {
        if (environment != account)
        {
            return "KOBE_LIVE does not name the account that the broker has for these keys; set it to that number.";
        }

        if (approval is null)
        {
            return "nobody has approved live trading; type: kobe live approve";
        }

        try
        {
            using var document = JsonDocument.Parse(approval, new JsonDocumentOptions { MaxDepth = 4 });
            var at = AlpacaValues.Instant(document.RootElement.Required("at"));
            return document.RootElement.Required("account") != account
                ? "the approval is for another account; type: kobe live approve"
                : at > now || now - at >= ApprovalLasts
                    ? $"the approval of {at:yyyy-MM-dd HH:mm} UTC has run out; type: kobe live approve"
                    : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            return $"the approval can't be read ({unreadable.Message}); type: kobe live approve";
        }
    }
}
