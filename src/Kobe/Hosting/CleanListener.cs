using Kobe.Contracts;
using Kobe.Logging;

namespace Kobe.Hosting;

/// <summary>Takes secrets out of what handlers say before anybody keeps it: journal, views, alerts and log.</summary>
internal sealed class CleanListener(IHandlerListener inner, Redaction redaction) : IHandlerListener
{
    public void Ended(AttemptResult result) => inner.Ended(result with
    {
        Reason = Clean(result.Reason),
        Error = Clean(result.Error),
        Evidence = Clean(result.Evidence),
        Facts = result.Facts.Count == 0
            ? result.Facts
            : result.Facts.ToDictionary(fact => fact.Key, fact => redaction.Clean(fact.Value), StringComparer.Ordinal),
        Discoveries = result.Discoveries.Count == 0 ? result.Discoveries : [.. result.Discoveries.Select(Clean)],
    });

    public void Said(HandlerReport report) => inner.Said(report switch
    {
        HandlerReport.Notified notice => notice with { Text = redaction.Clean(notice.Text) },
        HandlerReport.Logged line => line with { Text = redaction.Clean(line.Text) },
        HandlerReport.Printed line => line with { Text = redaction.Clean(line.Text) },
        HandlerReport.Progressed progress => progress with { Text = Clean(progress.Text) },
        _ => report,
    });

    public void Changed(RunnerChange change) => inner.Changed(change);

    private Discovery Clean(Discovery discovery) =>
        new(redaction.Clean(discovery.Kind), redaction.Clean(discovery.Title), Clean(discovery.Detail));

    private string? Clean(string? text) => text is null ? null : redaction.Clean(text);
}
