using System.Globalization;
using System.Text;
using System.Text.Json;
using Kobe.Core.Runs;

namespace Kobe.Plugins.MarketData.Quotes;

/// <summary>The best prices of a symbol at one instant, as a line of the date's file of quotes.</summary>
/// <param name="At">When this was so (UTC).</param>
/// <param name="Row">The fact of the row that kept it.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Bid">The best price that a buyer offers.</param>
/// <param name="Ask">The best price that a seller asks.</param>
/// <param name="Last">The last price at which it traded.</param>
internal sealed record KeptQuote(
    DateTimeOffset At, string Row, string Symbol, double Bid, double Ask, double Last)
{
    private const string Seal = ",\"crc\":\"";

    private static readonly JsonSerializerOptions Json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>A line whose last member <c>crc</c> is CRC-32C over the bytes before it, as in the
    /// journal.</summary>
    public string Line()
    {
        var body = JsonSerializer.Serialize(this, Json)[..^1];
        return body + Seal + Sum(body) + "\"}\n";
    }

    /// <summary>Reads a line; null when it is not what was written.</summary>
    public static KeptQuote? Read(string line)
    {
        var seal = line.LastIndexOf(Seal, StringComparison.Ordinal);
        if (seal < 0 || line[(seal + Seal.Length)..] != Sum(line[..seal]) + "\"}")
        {
            return null;
        }

        return JsonSerializer.Deserialize<KeptQuote>(line[..seal] + "}", Json);
    }

    private static string Sum(string body) =>
        Crc32C.Of(Encoding.UTF8.GetBytes(body)).ToString("x8", CultureInfo.InvariantCulture);
}
