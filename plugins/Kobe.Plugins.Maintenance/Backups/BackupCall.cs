using System.ComponentModel;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Program;

namespace Kobe.Plugins.Maintenance.Backups;

/// <summary>Asks the program for a backup or a restore: what these are stands there, and only there.</summary>
internal static class BackupCall
{
    /// <summary>Runs a command.</summary>
    /// <param name="program">What the row names, or null.</param>
    /// <param name="command">The command and its options.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <returns>The report, or the result of the attempt when there is none.</returns>
    public static async Task<(BackupReport? Report, TaskResult? Failure)> RunAsync(
        string? program, IEnumerable<string> command, CancellationToken cancellation)
    {
        if (KobeProgram.Find(program) is not { } found)
        {
            return (null, new TaskResult.Fatal($"There is no {program ?? "kobe.dll beside the runner"}: "
                + "name it with the argument program."));
        }

        try
        {
            var answer = await KobeProgram.RunAsync(found, [.. command, "--json"], cancellation).ConfigureAwait(false);
            return answer.ExitCode == 0
                ? (BackupReport.Of(answer.Output), null)
                : (null, new TaskResult.Failed(answer.Complaint));
        }
        catch (Exception broken) when (broken is IOException or JsonException or Win32Exception)
        {
            return (null, new TaskResult.Failed($"The program gave no answer: {broken.Message}"));
        }
    }
}
