using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Reports;

/// <summary>What is told.</summary>
/// <param name="Span">Of which time.</param>
public sealed record ReportArguments(
    [Argument("brief, morning, afternoon, day, week, month, quarter or year.")] ReportSpan Span = ReportSpan.Day);
