using System.Text;
using System.Text.Json;

namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>A refusal from its status and body. Messages drift, so they are matched by what they say, not to the
/// letter.</summary>
internal static class AlpacaRefusal
{
    private const int MessageMax = 300;

    // The first match wins; all in lower case.
    private static readonly (string Part, RefusalKind Kind)[] Words =
    [
        ("client_order_id must be unique", RefusalKind.DuplicateClientOrderId),
        ("insufficient buying power", RefusalKind.BuyingPower),
        ("insufficient qty", RefusalKind.HeldShares),
        ("wash trade", RefusalKind.WashTrade),
        ("not allowed to short", RefusalKind.Shorting),
        ("short sell", RefusalKind.Shorting),
        ("sub-penny", RefusalKind.SubPenny),
        ("order is already in", RefusalKind.NotOpen),
        ("order is not open", RefusalKind.NotOpen),
        ("opg orders", RefusalKind.AuctionClosed),
        ("cls orders", RefusalKind.AuctionClosed),
    ];

    public static BrokerRefusal Of(int status, byte[] body)
    {
        var (code, message) = (0, "");
        var figures = new Dictionary<string, string>();
        try
        {
            using var document = JsonDocument.Parse(body);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                switch (member.Name)
                {
                    case "code" when member.Value.TryGetInt32(out var number):
                        code = number;
                        break;
                    case "message":
                        message = member.Value.ToString();
                        break;
                    default:
                        figures[member.Name] = Plain(member.Value);
                        break;
                }
            }
        }
        catch (Exception noJson) when (noJson is JsonException or InvalidOperationException)
        {
            message = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, MessageMax)));
        }

        return new BrokerRefusal(Kind(status, code, message), status, code, message) { Figures = figures };
    }

    private static RefusalKind Kind(int status, int code, string message)
    {
        // A 403 without a code is about the keys, one with a code about the order.
        if (status == 401 || (status == 403 && code == 0))
        {
            return RefusalKind.Unauthorized;
        }

        if (status is 404 or 429)
        {
            return status == 404 ? RefusalKind.NotFound : RefusalKind.RateLimited;
        }

        foreach (var (part, kind) in Words)
        {
            if (message.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return status == 422 ? RefusalKind.Invalid : RefusalKind.Other;
    }

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? string.Join(' ', value.EnumerateArray().Select(one => one.ToString()))
        : value.ToString();
}
