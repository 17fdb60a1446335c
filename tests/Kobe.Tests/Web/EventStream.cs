namespace Kobe.Tests.Web;

/// <summary>Server-sent events as a client reads them.</summary>
internal sealed class EventStream(StreamReader reader) : IDisposable
{
    /// <summary>The data of the last event.</summary>
    public string Data { get; private set; } = "";

    /// <summary>Waits for the next event: its number, or nothing, and its kind.</summary>
    public async Task<(string Id, string Kind)> Next()
    {
        var (id, kind) = ("", "");
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                kind = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                Data = line[6..];
            }
            else if (line.Length == 0 && kind.Length > 0)
            {
                return (id, kind);
            }
        }

        throw new EndOfStreamException();
    }

    public void Dispose() => reader.Dispose();
}
