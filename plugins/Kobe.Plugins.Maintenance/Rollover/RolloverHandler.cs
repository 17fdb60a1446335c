using System.Text;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Rollover;

/// <summary>Starts a date: writes its card, which says when the market is open and what is special.</summary>
[Handler("maintenance.rollover", Arguments = typeof(RolloverArguments),
    About = "Writes the card of the date: kind, opening hours, seasons, events.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class RolloverHandler : ITaskHandler
{
    private const string FactName = "day.card";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var card = DayCard.Of(context.Market);
        var fact = Fact.Of(FactName, card);
        var state = Places.State(context.Arguments<RolloverArguments>().State);
        var path = Path.Combine(state, "days", card.Date + ".json");
        try
        {
            OwnerFile.Replace(path, Encoding.UTF8.GetBytes(fact.Value.GetRawText()));
            return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
                Evidence.None.WithOutput(Output.OfFile(path)).WithCount("events", card.Events.Count), fact));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Failed($"{path} can't be written: {refused.Message}"));
        }
    }
}
