using Kobe.Core.Health;

namespace Kobe.Core.Tests.Health;

public class HealthJudgeTests
{
    private const HealthStatus Healthy = HealthStatus.Healthy;
    private const HealthStatus Degraded = HealthStatus.Degraded;
    private const HealthStatus Unhealthy = HealthStatus.Unhealthy;

    private static readonly HealthSigns Well = new()
    {
        LoopAge = TimeSpan.FromMilliseconds(200),
        Overdue = 0,
        OldestOverdue = null,
        RunAge = null,
        RunLimit = null,
        JournalWorks = true,
        LastSync = TimeSpan.FromMilliseconds(2),
        Breaches = 0,
        HeartbeatAge = TimeSpan.FromSeconds(20),
        HeartbeatInterval = TimeSpan.FromSeconds(30),
        Uptime = TimeSpan.FromHours(1),
        Degradations = 0,
    };

    // What is wrong, what the question is, its answer. A limit itself is still fine, whatever lies beyond is not.
    public static TheoryData<string, string, HealthStatus> Signs { get; } = new()
    {
        { "nothing",                      "live",       Healthy },
        { "loop has not turned yet",      "live",       Unhealthy },
        { "loop 5 s old",                 "live",       Healthy },
        { "loop 6 s old",                 "live",       Unhealthy },
        { "overdue 30 s, lane free",      "progress",   Healthy },
        { "overdue 31 s, lane free",      "progress",   Unhealthy },
        { "overdue 1 h, lane busy",       "progress",   Healthy },
        { "run at limit and kill",        "progress",   Healthy },
        { "run past limit and kill",      "progress",   Unhealthy },
        { "journal failed",               "journal",    Unhealthy },
        { "sync 1 s",                     "journal",    Healthy },
        { "sync 2 s",                     "journal",    Degraded },
        { "one breach",                   "accounting", Unhealthy },
        { "heartbeat two intervals old",  "heartbeat",  Healthy },
        { "heartbeat older than that",    "heartbeat",  Degraded },
        { "no heartbeat, just started",   "heartbeat",  Healthy },
        { "no heartbeat, long running",   "heartbeat",  Degraded },
        { "last good schedule",           "other",      Degraded },
    };

    [Theory]
    [MemberData(nameof(Signs))]
    public void Judge_AnswersTheQuestion_AndNoOther(string sign, string question, HealthStatus expected)
    {
        var report = HealthJudge.Judge(With(sign));

        Assert.Equal(expected, Check(report, question).Status);
        Assert.All(Questions.Where(other => other != question),
            other => Assert.Equal(Healthy, Check(report, other).Status));
        Assert.Equal(expected, report.Status);
    }

    [Theory]
    [MemberData(nameof(Signs))]
    public void Judge_GivesAReason_WithoutNames(string sign, string question, HealthStatus expected)
    {
        var reason = Check(HealthJudge.Judge(With(sign)), question).Reason;

        Assert.EndsWith(".", reason);
        Assert.DoesNotContain('@', reason);
        Assert.DoesNotContain('/', reason);
        Assert.True(expected == Healthy || reason != Check(HealthJudge.Judge(Well), question).Reason);
    }

    [Fact]
    public void Status_IsTheWorst_OfAllAnswers()
    {
        Assert.Equal(Degraded, HealthJudge.Judge(Well with { Degradations = 2, LastSync = Seconds(3) }).Status);
        Assert.Equal(Unhealthy, HealthJudge.Judge(Well with { Degradations = 2, Breaches = 1 }).Status);
    }

    private static readonly string[] Questions = ["live", "progress", "journal", "accounting", "heartbeat", "other"];

    private static HealthSigns With(string sign) => sign switch
    {
        "nothing" => Well,
        "loop has not turned yet" => Well with { LoopAge = null },
        "loop 5 s old" => Well with { LoopAge = Seconds(5) },
        "loop 6 s old" => Well with { LoopAge = Seconds(6) },
        "overdue 30 s, lane free" => Well with { Overdue = 1, OldestOverdue = Seconds(30) },
        "overdue 31 s, lane free" => Well with { Overdue = 1, OldestOverdue = Seconds(31) },
        "overdue 1 h, lane busy" => Well with
        {
            Overdue = 9, OldestOverdue = Seconds(3600), RunAge = Seconds(100), RunLimit = Seconds(302),
        },
        "run at limit and kill" => Well with { RunAge = Seconds(307), RunLimit = Seconds(302) },
        "run past limit and kill" => Well with { RunAge = Seconds(308), RunLimit = Seconds(302) },
        "journal failed" => Well with { JournalWorks = false },
        "sync 1 s" => Well with { LastSync = Seconds(1) },
        "sync 2 s" => Well with { LastSync = Seconds(2) },
        "one breach" => Well with { Breaches = 1 },
        "heartbeat two intervals old" => Well with { HeartbeatAge = Seconds(60) },
        "heartbeat older than that" => Well with { HeartbeatAge = Seconds(61) },
        "no heartbeat, just started" => Well with { HeartbeatAge = null, Uptime = Seconds(60) },
        "no heartbeat, long running" => Well with { HeartbeatAge = null, Uptime = Seconds(61) },
        "last good schedule" => Well with { Degradations = 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "No such sign."),
    };

    private static HealthCheck Check(HealthReport report, string question) => question switch
    {
        "live" => report.Live,
        "progress" => report.Progress,
        "journal" => report.Journal,
        "accounting" => report.Accounting,
        "heartbeat" => report.Heartbeat,
        _ => report.Other,
    };

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
