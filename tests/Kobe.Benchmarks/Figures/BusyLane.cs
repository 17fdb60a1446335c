using System.Net.Http.Headers;

namespace Kobe.Benchmarks.Figures;

/// <summary>Keeps a brain's lane busy: one run is asked for after the other.</summary>
internal sealed class BusyLane : IDisposable
{
    private readonly HttpClient _client = new();
    private readonly Thread _asking;
    private volatile bool _stopped;
    private int _count;

    public BusyLane(BenchBrain brain)
    {
        _client.BaseAddress = brain.Url;
        _client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(brain.State, "api-token")).Trim());
        _asking = new Thread(Ask) { IsBackground = true };
        _asking.Start();
    }

    /// <summary>Asks for no more.</summary>
    /// <returns>How many runs were asked for.</returns>
    public int Stop()
    {
        _stopped = true;
        _asking.Join();
        return _count;
    }

    public void Dispose()
    {
        Stop();
        _client.Dispose();
    }

    private void Ask()
    {
        while (!_stopped)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/tasks/disk.guard/trigger")
            {
                Content = new StringContent("{\"reason\":\"measured\"}", new MediaTypeHeaderValue("application/json")),
            };
            using var answer = _client.Send(request);
            answer.EnsureSuccessStatusCode();
            _count++;
        }
    }
}
