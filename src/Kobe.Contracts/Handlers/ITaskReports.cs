namespace Kobe.Contracts;

/// <summary>Takes what a handler tells while it runs, from any thread.</summary>
public interface ITaskReports
{
    /// <summary>How far the work is.</summary>
    /// <param name="fraction">0 to 1.</param>
    /// <param name="text">What is being done, or null.</param>
    void Progress(double fraction, string? text);

    /// <summary>A message to a person.</summary>
    /// <param name="urgency">How soon somebody should look.</param>
    /// <param name="text">The message.</param>
    void Notify(Urgency urgency, string text);

    /// <summary>A finding worth a person's eye.</summary>
    /// <param name="discovery">The finding.</param>
    void Discover(Discovery discovery);
}
