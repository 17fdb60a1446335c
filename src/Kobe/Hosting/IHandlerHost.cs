namespace Kobe.Hosting;

/// <summary>Where handlers run, one at a time.</summary>
/// <remarks>
/// No call waits for a handler or throws because of one: whatever happens comes as one <see cref="AttemptResult"/> for
/// each start. The brain owns the time limits: it cancels, and kills when that didn't help.
/// </remarks>
internal interface IHandlerHost : IDisposable
{
    /// <summary>Starts an attempt, or asks about one in doubt.</summary>
    void Start(AttemptRequest request);

    /// <summary>Cancels the token of what runs, if it has this start number.</summary>
    void Cancel(int start);

    /// <summary>Kills what runs. Its result comes when nothing of it is left.</summary>
    void Kill(string reason);
}
