using System.Text.Json;

namespace Kobe.Plugins.Maintenance.Costs;

/// <summary>What a date's calls to paid services came to: the fact <c>costs.day</c>.</summary>
/// <param name="Date">The date, in the exchange's zone.</param>
/// <param name="Calls">How many calls there were.</param>
/// <param name="Total">What they cost, in USD.</param>
/// <param name="Services">What each service cost, in USD.</param>
internal sealed record CostsOfDay(string Date, long Calls, decimal Total, SortedDictionary<string, decimal> Services)
{
    /// <summary>Adds up the lines <c>{"service":"…","calls":1,"cost":0.002}</c> that handlers append to
    /// <c>costs/DATE.jsonl</c>.</summary>
    /// <exception cref="FormatException">A line is not of that form; it is named.</exception>
    public static CostsOfDay Of(string date, IEnumerable<string> lines)
    {
        var services = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        long calls = 0;
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var (service, count, cost) = Read(line, number);
            services[service] = services.GetValueOrDefault(service) + cost;
            calls += count;
        }

        return new(date, calls, services.Values.Sum(), services);
    }

    private static (string Service, long Calls, decimal Cost) Read(string line, int number)
    {
        try
        {
            using var read = JsonDocument.Parse(line);
            var root = read.RootElement;
            return (root.GetProperty("service").GetString()!, root.GetProperty("calls").GetInt64(),
                root.GetProperty("cost").GetDecimal());
        }
        catch (Exception bad) when (bad is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            throw new FormatException(
                $"line {number} is not of the form {{\"service\":\"…\",\"calls\":1,\"cost\":0.002}}", bad);
        }
    }
}
