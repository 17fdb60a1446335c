using System.Text.Json;

namespace Kobe.Alerts.Channels;

/// <summary>Tells an address by HTTP POST.</summary>
/// <param name="rules">What it is told, and how fast.</param>
/// <param name="kind">Whose form the body has.</param>
/// <param name="url">The address; a secret.</param>
/// <param name="calls">Makes the calls; the channel owns it.</param>
internal sealed class WebhookChannel(ChannelRules rules, WebhookKind kind, Uri url, OutboundCalls calls) : IAlertChannel
{
    /// <inheritdoc/>
    public ChannelRules Rules => rules;

    /// <inheritdoc/>
    public async Task<SendResult> Send(AlertMessage message, CancellationToken cancellation)
    {
        var body = WebhookBody.Of(kind, message);
        return Judge(await calls.Call(() => OutboundCalls.Post(url, body), OutboundCalls.Limit, cancellation)
            .ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose() => calls.Dispose();

    /// <summary>What an answer means.</summary>
    public static SendResult Judge(HttpAnswer answer) => answer switch
    {
        { Failure: { } why } => new SendResult.Later(why, InDoubt: answer.InDoubt),
        { IsFine: true } => new SendResult.Sent(),
        { Status: 429 } => new SendResult.Later("too many requests.", answer.RetryAfter ?? AskedInBody(answer.Body)),
        { Status: 408 or 425 or >= 500 } => new SendResult.Later(
            $"status {answer.Status}.", answer.RetryAfter, InDoubt: answer.Status is 502 or 504),
        { Status: 400 or 413 or 422 } => new SendResult.Refused($"the message was refused with {answer.Status}."),
        _ => new SendResult.Broken($"status {answer.Status}: is the address still right?"),
    };

    // Discord says it in the body, in seconds: https://discord.com/developers/docs/topics/rate-limits.
    private static TimeSpan? AskedInBody(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("retry_after", out var after) && after.TryGetDouble(out var seconds)
                && seconds is > 0 and < 86_400
                ? TimeSpan.FromSeconds(seconds)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
