using System.IO.Pipes;
using System.Text;
using Kobe.Runner.Wire;

namespace Kobe.Tests.Hosting;

/// <summary>Waiting awake changes nothing of what is read, and ends with the pipe.</summary>
public sealed class QuickWaitTests
{
    [Fact]
    public void Messages_ThatFollowEachOtherQuickly_ComeWholeAndInOrder_AndSoDoesTheEnd()
    {
        using var there = new AnonymousPipeServerStream(PipeDirection.Out);
        using var here = new AnonymousPipeClientStream(PipeDirection.In, there.ClientSafePipeHandle);
        using var back = new AnonymousPipeServerStream(PipeDirection.Out);
        using var again = new AnonymousPipeClientStream(PipeDirection.In, back.ClientSafePipeHandle);
        var echo = new Thread(() =>
        {
            var orders = new LineReader(here, new QuickWait(here.SafePipeHandle));
            while (orders.TryRead(out var line))
            {
                back.Write([.. line.Span, (byte)'\n']);
            }

            back.Dispose();
        })
        {
            IsBackground = true,
        };
        echo.Start();
        var answers = new LineReader(again, new QuickWait(again.SafePipeHandle));

        for (var i = 0; i < 2_000; i++)
        {
            there.Write(Encoding.UTF8.GetBytes($"message {i}\n"));
            Assert.True(answers.TryRead(out var line));
            Assert.Equal($"message {i}", Encoding.UTF8.GetString(line.Span));
        }

        there.Dispose();
        Assert.False(answers.TryRead(out _));
    }
}
