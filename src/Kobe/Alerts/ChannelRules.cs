using Kobe.Brain;

namespace Kobe.Alerts;

/// <summary>What one channel is told, and how fast.</summary>
internal sealed record ChannelRules
{
    /// <summary>Its name, as the outbox and the log call it.</summary>
    public required string Name { get; init; }

    /// <summary>What is less urgent is not told.</summary>
    public AlertLevel LevelMin { get; init; } = AlertLevel.Warning;

    /// <summary>When only critical alerts are told; the others wait for the end.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>How long a topic that was told is not told again; what comes meanwhile is told together.</summary>
    public TimeSpan RepeatAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long it is tried to tell an alert, from when it was raised.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The longest text of a message, in UTF-16 units.</summary>
    public int TextMax { get; init; } = 3500;

    /// <summary>The zone of the times in its messages.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>So many messages may follow each other at <see cref="GapMin"/>.</summary>
    public int Burst { get; init; } = 5;

    /// <summary>How often a message may follow the burst. Telegram takes 20 a minute in a group, Discord 30.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>The least time between two messages: Telegram and Slack take one a second.</summary>
    public TimeSpan GapMin { get; init; } = TimeSpan.FromSeconds(1);
}
