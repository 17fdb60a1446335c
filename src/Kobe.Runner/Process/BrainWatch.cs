using System.Text.Json;
using Kobe.Runner.Wire;

namespace Kobe.Runner.Process;

/// <summary>Listens for cancellations, and ends this process the moment the brain is gone.</summary>
internal static class BrainWatch
{
    public static void Begin(Stream control, Action<long> cancel)
    {
        var thread = new Thread(() => Watch(new(control), cancel)) { IsBackground = true, Name = "brain watch" };
        thread.Start();
    }

    private static void Watch(LineReader control, Action<long> cancel)
    {
        try
        {
            while (control.TryRead(out var line))
            {
                using var message = JsonDocument.Parse(line);
                var ticket = message.RootElement.GetProperty("cancel").GetInt64();

                // A thread of its own: callbacks on the token are plugins' code, and this thread must go on watching.
                new Thread(() => cancel(ticket)) { IsBackground = true, Name = "cancel" }.Start();
            }
        }
        finally
        {
            // Closed, or unreadable: either way nobody is there any more who would count what a handler does.
            OwnSession.End();
        }
    }
}
