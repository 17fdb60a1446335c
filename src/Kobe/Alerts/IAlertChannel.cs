namespace Kobe.Alerts;

/// <summary>A way to a person.</summary>
internal interface IAlertChannel : IDisposable
{
    /// <summary>What it is told, and how fast.</summary>
    ChannelRules Rules { get; }

    /// <summary>Sends a message, within limits of its own. Whatever goes wrong is a result and no exception.</summary>
    Task<SendResult> Send(AlertMessage message, CancellationToken cancellation);
}
