using System.Text.Json;
using Kobe.Contracts;
using Kobe.Runner.Lane;
using Kobe.Runner.Wire;

namespace Kobe.Runner.Process;

/// <summary>Takes one order after the other from the brain. The thread that reads an order carries it out.</summary>
internal sealed class RunnerLoop(AttemptLane lane, BrainLink brain, OutputLimit output, string? laneLock)
{
    private readonly List<KeyValuePair<string, PublishedFact?>> facts = [];
    private MarketContext market;

    /// <summary>Goes on until the brain closes its end.</summary>
    public void Run(FileStream requests)
    {
        var reader = new LineReader(requests, new QuickWait(requests.SafeFileHandle));
        while (reader.TryRead(out var line))
        {
            using var message = JsonDocument.Parse(line);
            Take(message.RootElement);
        }
    }

    private void Take(JsonElement message)
    {
        switch (message.GetProperty("t"u8).GetString())
        {
            case "fact":
                facts.Add(OrderWire.ReadFact(message));
                break;
            case "market":
                market = OrderWire.ReadMarket(message);
                break;
            case "activate":
                Activate(message);
                break;
            default:
                CarryOut(OrderWire.Read(message, market));
                break;
        }
    }

    private void Activate(JsonElement message)
    {
        OrderWire.ReadSecrets(message, lane.Secrets);
        if (laneLock is not null)
        {
            LaneLock.Take(laneLock);
        }

        brain.Active();
    }

    private void CarryOut(AttemptOrder order)
    {
        lane.Facts.Change(facts);
        facts.Clear();
        output.Begin();
        brain.Answer(order.Ticket, lane.Run(order));
    }
}
