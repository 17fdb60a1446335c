namespace Kobe.Alerts;

/// <summary>What a channel should do next.</summary>
internal abstract record ChannelStep
{
    private ChannelStep()
    {
    }

    /// <summary>Nothing until an alert comes.</summary>
    internal sealed record Idle : ChannelStep;

    /// <summary>Nothing for so long, unless an alert comes.</summary>
    internal sealed record Wait(TimeSpan For) : ChannelStep;

    /// <summary>Send this.</summary>
    internal sealed record Send(AlertMessage Message) : ChannelStep;
}
