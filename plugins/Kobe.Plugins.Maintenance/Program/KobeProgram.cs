using System.Diagnostics;
using System.Text;

namespace Kobe.Plugins.Maintenance.Program;

/// <summary>Runs commands of the program that this runner belongs to: what they do stands in one place only.</summary>
internal static class KobeProgram
{
    // A report of a year of simulation has some hundred kilobytes.
    private const int OutputMax = 16 * 1024 * 1024;

    /// <summary>The program's assembly: beside the runner's folder, or where the handler runs in the brain
    /// itself.</summary>
    public static string? Find(string? named)
    {
        var here = AppContext.BaseDirectory;
        string[] places = named is null
            ? [Path.Combine(here, "..", "kobe.dll"), Path.Combine(here, "kobe.dll")]
            : [named];
        return places.Where(File.Exists).Select(Path.GetFullPath).FirstOrDefault();
    }

    /// <summary>Runs a command to its end.</summary>
    /// <param name="program">The program's assembly.</param>
    /// <param name="arguments">The command and its options.</param>
    /// <param name="cancellation">Kills it, with all that it started.</param>
    /// <exception cref="IOException">It can't be started, or says too much.</exception>
    public static async Task<ProgramAnswer> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // What the runner needs for itself would bind the program to the runner's memory.
        start.Environment.Remove("DOTNET_GCHeapHardLimit");
        start.Environment.Remove("DOTNET_GCgen0size");
        using var process = Process.Start(start) ?? throw new IOException($"{program} can't be started.");
        using var kill = cancellation.Register(() => Kill(process));
        process.StandardInput.Close();
        var output = ReadAsync(process.StandardOutput, cancellation);
        var errors = ReadAsync(process.StandardError, cancellation);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        return new(process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new char[8192];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            if (text.Length + read > OutputMax)
            {
                throw new IOException($"The command says more than {OutputMax} characters.");
            }

            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }
}
