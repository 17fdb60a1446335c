namespace Kobe.Contracts;

/// <summary>The other end of a context that nobody listens to: what a handler's test gets unless it asks for
/// more.</summary>
internal sealed class Silence : IFacts, ITaskLog, ITaskReports, ISecrets
{
    public static readonly Silence Instance = new();

    public PublishedFact? Find(string name) => null;

    string? ISecrets.Find(string name) => null;

    public void Write(LogLevel level, string message)
    {
    }

    public void Progress(double fraction, string? text)
    {
    }

    public void Notify(Urgency urgency, string text)
    {
    }

    public void Discover(Discovery discovery)
    {
    }
}
