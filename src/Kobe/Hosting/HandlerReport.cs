using Kobe.Contracts;

namespace Kobe.Hosting;

/// <summary>What a handler says while it runs. The set is closed.</summary>
internal abstract record HandlerReport
{
    private HandlerReport()
    {
    }

    /// <summary>The occurrence's key; null for output while nothing runs.</summary>
    public required string? Key { get; init; }

    /// <summary>A line for the log.</summary>
    internal sealed record Logged(LogLevel Level, string Text) : HandlerReport;

    /// <summary>A line of console output.</summary>
    internal sealed record Printed(string Text) : HandlerReport;

    /// <summary>How far it is, 0 to 1.</summary>
    internal sealed record Progressed(double Fraction, string? Text) : HandlerReport;

    /// <summary>A message to a person.</summary>
    internal sealed record Notified(Urgency Urgency, string Text) : HandlerReport;
}
