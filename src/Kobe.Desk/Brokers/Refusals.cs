using System.Globalization;

namespace Kobe.Desk.Brokers;

/// <summary>The refusals of Alpaca's trading API, as the paper account gives them too.</summary>
internal static class Refusals
{
    public const int Denied = 40310000;
    public const int Missing = 40410000;
    public const int Malformed = 40010001;
    public const int Unprocessable = 42210000;
    public const int TooMany = 42910000;

    public static BrokerRefusal Unauthorized { get; } = new(RefusalKind.Unauthorized, 401, 0, "unauthorized.");

    public static BrokerRefusal RateLimited { get; } =
        new(RefusalKind.RateLimited, 429, TooMany, "rate limit exceeded");

    public static BrokerRefusal DuplicateClientOrderId { get; } =
        new(RefusalKind.DuplicateClientOrderId, 422, Malformed, "client_order_id must be unique");

    public static BrokerRefusal NotReplaceable { get; } =
        new(RefusalKind.NotOpen, 422, Unprocessable, "unable to replace order, order is not open");

    public static BrokerRefusal NoShorting { get; } =
        new(RefusalKind.Shorting, 403, Denied, "account is not allowed to short");

    public static BrokerRefusal ShortBesideBuy { get; } = new(
        RefusalKind.Shorting, 403, Denied, "cannot open a short sell while a long buy order is open");

    public static BrokerRefusal BuyBesideShort { get; } = new(
        RefusalKind.Shorting, 403, Denied, "cannot open a long buy while a short sell order is open");

    public static BrokerRefusal NoEntry { get; } = new(
        RefusalKind.Invalid, 422, Unprocessable, "bracket orders must be entry orders");

    public static BrokerRefusal TooSmall { get; } =
        new(RefusalKind.Other, 403, Denied, "cost basis must be >= minimal amount of order 1");

    public static BrokerRefusal OpeningAuctionClosed { get; } = new(
        RefusalKind.AuctionClosed, 403, Denied, "opg orders are only accepted after 7:00pm and before 9:28am");

    public static BrokerRefusal ClosingAuctionClosed { get; } = new(
        RefusalKind.AuctionClosed, 403, Denied,
        "cls orders are only accepted after 7:00pm and until ten minutes before the close");

    public static BrokerRefusal NoPosition { get; } =
        new(RefusalKind.NotFound, 404, Missing, "position does not exist");

    public static BrokerRefusal NoOrder(string id) =>
        new(RefusalKind.NotFound, 404, Missing, $"order not found for {id}");

    public static BrokerRefusal Malform(string message) =>
        new(RefusalKind.Invalid, 422, Malformed, message);

    public static BrokerRefusal Unprocess(string message) =>
        new(RefusalKind.Invalid, 422, Unprocessable, message);

    public static BrokerRefusal SubPenny(string field, decimal price) => new(
        RefusalKind.SubPenny, 422, Unprocessable,
        $"invalid {field} {Text(price)}. sub-penny increment does not fulfill minimum pricing criteria");

    public static BrokerRefusal NotCancelable(string status) =>
        new(RefusalKind.NotOpen, 422, Unprocessable, $"order is already in \"{status}\" state");

    public static BrokerRefusal BuyingPower(decimal power, decimal cost) =>
        new(RefusalKind.BuyingPower, 403, Denied, "insufficient buying power")
        {
            Figures = new Dictionary<string, string> { ["buying_power"] = Text(power), ["cost_basis"] = Text(cost) },
        };

    public static BrokerRefusal Shares(
        string symbol, decimal requested, decimal available, decimal existing, IEnumerable<string> related) =>
        new(RefusalKind.HeldShares, 403, Denied,
            $"insufficient qty available for order (requested: {Text(requested)}, available: {Text(available)})")
        {
            Figures = new Dictionary<string, string>
            {
                ["available"] = Text(available),
                ["existing_qty"] = Text(existing),
                ["held_for_orders"] = Text(existing - available),
                ["symbol"] = symbol,
                ["related_orders"] = string.Join(' ', related),
            },
        };

    public static BrokerRefusal WashTrade(string existing, string kind) =>
        new(RefusalKind.WashTrade, 403, Denied, "potential wash trade detected. use complex orders")
        {
            Figures = new Dictionary<string, string>
            {
                ["existing_order_id"] = existing,
                ["reject_reason"] = $"opposite side {kind} order exists",
            },
        };

    /// <summary>A number to its last decimal, without zeros that say nothing.</summary>
    public static string Text(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
