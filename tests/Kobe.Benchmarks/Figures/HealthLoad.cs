using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kobe.Benchmarks.Figures;

/// <summary>/health of a brain whose lane is busy, asked 2,000 times a second for five seconds over eight connections.</summary>
/// <remarks>Each request has its instant, so that a slow answer does not slow the asking.</remarks>
internal static class HealthLoad
{
    private const int Connections = 8;
    private const int PerSecond = 2_000;
    private const int Seconds = 5;
    private const int WarmUps = 200;

    public static Figure Figure { get; } = new(
        "/health at 2,000 requests/s, the lane busy, 99 of 100 within", "ms", 10, Read);

    /// <summary>Asks a brain for some seconds.</summary>
    /// <returns>How long each answer took from the instant at which it should have been asked, in ms, in order.</returns>
    public static List<double> Ask(BenchBrain brain, int seconds)
    {
        var threads = new List<Thread>();
        var all = new List<double>();
        for (var i = 0; i < Connections; i++)
        {
            var first = i;
            var thread = new Thread(() =>
            {
                var mine = Ask(brain.Url.Port, first, seconds);
                lock (all)
                {
                    all.AddRange(mine);
                }
            });
            threads.Add(thread);
            thread.Start();
        }

        threads.ForEach(thread => thread.Join());
        all.Sort();
        return all;
    }

    private static Reading Read(Programs programs)
    {
        using var brain = new BenchBrain(programs);
        using var lane = new BusyLane(brain);
        var all = Ask(brain, Seconds);
        Console.WriteLine($"{lane.Stop()} runs were triggered meanwhile");
        Console.WriteLine($"/health {all.Count} answers, median {all[all.Count / 2]:0.00} ms, most {all[^1]:0.00} ms");
        var p99 = all[(int)(all.Count * 0.99)];
        return new(p99, all[all.Count / 2], all[^1]);
    }

    private static List<double> Ask(int port, int first, int seconds)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        var request = Encoding.ASCII.GetBytes("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var answer = new byte[16 * 1024];
        using var never = new ManualResetEvent(false);
        for (var i = 0; i < WarmUps; i++)
        {
            socket.Send(request);
            socket.Receive(answer);
        }

        var took = new List<double>();
        var step = TimeSpan.FromSeconds((double)Connections / PerSecond);
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < PerSecond * seconds / Connections; i++)
        {
            var due = (step * i) + (step * first / Connections);
            if (due - Stopwatch.GetElapsedTime(began) is { } left && left > TimeSpan.FromMilliseconds(1))
            {
                never.WaitOne(left);
            }

            socket.Send(request);
            socket.Receive(answer);
            took.Add((Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds);
        }

        return took;
    }
}
