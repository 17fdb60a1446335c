using System.ComponentModel;
using System.Diagnostics;

namespace Kobe.Plugins.Scripts.Processes;

/// <summary>One program, from its start until nothing of it is left.</summary>
internal static class ScriptProcess
{
    // Whoever holds the pipe when all that could be found is dead, holds it for ever.
    private static readonly TimeSpan OutputMax = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a program to its end. When it is cancelled it is asked to end, with all that it started, and
    /// killed after its grace.</summary>
    public static async Task<ScriptEnd> Run(
        ScriptCommand command, ScriptOutput output, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var mark = Guid.NewGuid().ToString("n");
        command.Start.Environment[ScriptFamily.MarkName] = mark;
        using var process = new Process { StartInfo = command.Start };
        try
        {
            process.Start();
        }
        catch (Win32Exception refused)
        {
            return new(0, $"{command.Start.FileName} can't be run: {refused.Message}. A script needs a first line such "
                + "as #!/usr/bin/env python3.");
        }

        var family = new ScriptFamily(process.Id, mark);
        var reading = Task.WhenAll(
            Task.Run(() => output.Read(process.StandardOutput.BaseStream, isError: false), CancellationToken.None),
            Task.Run(() => output.Read(process.StandardError.BaseStream, isError: true), CancellationToken.None));
        _ = Feed(process, command.Input);
        await WaitEnd(process, family, command.StopGrace, cancellation).ConfigureAwait(false);

        // What it left behind in the background goes too, whatever the end was: nothing would ever look after it.
        family.KillRest();
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await WaitAtMost(reading, OutputMax).ConfigureAwait(false);
        return new(process.ExitCode);
    }

    private static async Task WaitEnd(
        Process process, ScriptFamily family, TimeSpan grace, CancellationToken cancellation)
    {
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            family.AskToEnd();
            await WaitAtMost(process.WaitForExitAsync(CancellationToken.None), grace).ConfigureAwait(false);
        }
    }

    private static async Task WaitAtMost(Task task, TimeSpan limit)
    {
        try
        {
            await task.WaitAsync(limit, TimeProvider.System).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Whoever waited goes on without it.
        }
    }

    private static async Task Feed(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It doesn't read its input, which is its own affair.
        }
    }
}
