using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Notices;

/// <summary>Tells a person that the date is not a usual one.</summary>
[Handler("maintenance.notice", Arguments = typeof(NoticeArguments),
    About = "Sends a notice about an early close or a holiday.")]
[Effects(Effects.Idempotent)]
public sealed class NoticeHandler : ITaskHandler
{
    // The exchange's own hours are what people know.
    private const string ExchangeZone = "America/New_York";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var about = context.Arguments<NoticeArguments>().About;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(ExchangeZone);
        if (NoticeText.Of(about, context.Market, zone) is not { } text)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped(
                about == NoticeAbout.Holiday ? "today is no holiday" : "the market does not close early today"));
        }

        context.Notify(Urgency.Normal, text);
        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithCount("notices", 1).WithId("notice", text)));
    }
}
