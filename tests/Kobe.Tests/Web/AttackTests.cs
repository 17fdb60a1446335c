using System.Net;
using System.Net.Sockets;
using System.Text;
using Kobe.Tests.Brain;
using Kobe.Tests.Hosting;

namespace Kobe.Tests.Web;

/// <summary>What strangers on this machine can do to the web side: nothing, and health answers meanwhile.</summary>
[Collection(Alone.Name)]
public sealed class AttackTests : IDisposable
{
    private static readonly TimeSpan HealthMax = TimeSpan.FromMilliseconds(250);

    private readonly RunningWeb _web = new();

    public AttackTests()
    {
        _web.Obey();
        _web.Board.Publish(Snapshots.Quiet(_web.Time));
    }

    public void Dispose() => _web.Dispose();

    [Fact]
    public Task ThreeThousandSlowConnections_DontKeepHealthWaiting() => Slow(3_000);

    [Fact]
    public Task TenThousandGuesses_ExecuteNothing() => Guess(10_000);

    [Theory]
    [InlineData("POST /api/v1/pause HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nContent-Length: 65537\r\n\r\n", "413")]
    [InlineData("POST /api/v1/pause HTTP/1.1\r\nHost: [::1]\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nz\r\n", "400")]
    [InlineData("POST /api/v1/pause HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", "400")]
    [InlineData("POST /api/v1/pause HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n", "400")]
    [InlineData("POST /api/v1/../v1/pause HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n", "400")]
    [InlineData("POST http://evil.example/api/v1/pause HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer TOKEN\r\nContent-Length: 0\r\n\r\n", "400")]
    [InlineData("GET /api/v1/status?token=TOKEN HTTP/1.1\r\nHost: localhost\r\n\r\n", "401")]
    [InlineData("POST /api/v1/pause HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic TOKEN\r\nContent-Length: 0\r\n\r\n", "401")]
    [InlineData("POST /api/v1/pause HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer TOKEN\r\nAuthorization: Bearer x\r\nContent-Length: 0\r\n\r\n", "401")]
    [InlineData("TRACE /health HTTP/1.1\r\nHost: localhost\r\n\r\n", "405")]
    public async Task OddRequests_AreRefused_AndReachNobody(string request, string status)
    {
        using var socket = await Connect();
        await socket.SendAsync(Encoding.ASCII.GetBytes(request.Replace("TOKEN", _web.ControlToken, StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        var bytes = new byte[4096];
        var read = await socket.ReceiveAsync(bytes, TestContext.Current.CancellationToken);

        Assert.StartsWith($"HTTP/1.1 {status}", Encoding.ASCII.GetString(bytes, 0, read), StringComparison.Ordinal);
        Assert.Empty(_web.Asked);
    }

    private async Task Slow(int count)
    {
        var sockets = new List<Socket>();
        try
        {
            var slowest = TimeSpan.Zero;
            for (var i = 0; i < count; i++)
            {
                var socket = await Connect();
                sockets.Add(socket);
                await socket.SendAsync("POST /api/v1/pause HTTP/1.1\r\nHost: loc"u8.ToArray(), TestContext.Current.CancellationToken);
                if (i % 100 == 99)
                {
                    var took = await Health();
                    slowest = took > slowest ? took : slowest;
                }
            }

            Assert.True(slowest < HealthMax, $"/health took {slowest.TotalMilliseconds} ms beside {count} slow connections.");
            Assert.Empty(_web.Asked);
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private async Task Guess(int count)
    {
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < count; i++)
        {
            using var answer = await _web.Post("/api/v1/state", $"{i:x64}", "{\"state\":\"ACTIVE\",\"reason\":\"x\"}");
            Assert.True((int)answer.StatusCode is 401 or 429);
            if (i % 100 == 99)
            {
                var took = await Health();
                slowest = took > slowest ? took : slowest;
            }
        }

        Assert.Empty(_web.Asked);
        Assert.True(slowest < HealthMax, $"/health took {slowest.TotalMilliseconds} ms beside guesses.");
    }

    private async Task<TimeSpan> Health()
    {
        var began = TimeProvider.System.GetTimestamp();
        using var answer = await _web.Get("/health");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return TimeProvider.System.GetElapsedTime(began);
    }

    private async Task<Socket> Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(_web.Web.Urls[0]).Port, TestContext.Current.CancellationToken);
        return socket;
    }
}
