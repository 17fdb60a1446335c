using System.ComponentModel;
using System.Diagnostics;

namespace Kobe.Alerts.Channels;

/// <summary>Tells a program of the owner's: the message as JSON on its standard input, exit code 0 for taken.</summary>
/// <remarks>No shell, and nothing of the message in its arguments, which every user of the machine can read.</remarks>
/// <param name="rules">What it is told, and how fast.</param>
/// <param name="command">The program and its arguments.</param>
/// <param name="time">The clock.</param>
internal sealed class CommandChannel(ChannelRules rules, IReadOnlyList<string> command, TimeProvider time)
    : IAlertChannel
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // Tokens in the brain's environment are not for it.
    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "TZ", "USER"];

    /// <inheritdoc/>
    public ChannelRules Rules => rules;

    /// <inheritdoc/>
    public async Task<SendResult> Send(AlertMessage message, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var process = new Process { StartInfo = Describe() };
        try
        {
            process.Start();
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            return new SendResult.Broken($"{command[0]} can't be started: {error.Message}");
        }

        try
        {
            await process.StandardInput.BaseStream
                .WriteAsync(WebhookBody.Of(WebhookKind.Generic, message), either.Token).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program that doesn't read its input may be content all the same: its exit code says so.
        }
        catch (OperationCanceledException)
        {
            Kill(process);
        }

        return await End(process, either.Token, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A process is disposed of where it ends.
    }

    private static async Task<SendResult> End(
        Process process, CancellationToken either, CancellationToken cancellation)
    {
        try
        {
            await process.WaitForExitAsync(either).ConfigureAwait(false);
            return process.ExitCode == 0
                ? new SendResult.Sent()
                : new SendResult.Later($"it ended with {process.ExitCode}.");
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            cancellation.ThrowIfCancellationRequested();
            return new SendResult.Later($"it did not end within {Limit.TotalSeconds:0} s.", InDoubt: true);
        }
    }

    private ProcessStartInfo Describe()
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => !Inherited.Contains(name)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It ended by itself.
        }
    }
}
