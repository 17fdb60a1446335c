using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Program;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Rehearsals;

/// <summary>Lets the present schedule go through days of failures in simulation, where nothing can be harmed.</summary>
[Handler("maintenance.rehearse_failures", Arguments = typeof(RehearsalArguments),
    About = "Simulates the coming days with faults, and checks every law of the brain.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class RehearsalHandler : ITaskHandler
{
    private const string FactName = "rehearsal.last";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<RehearsalArguments>();
        if (arguments.Days is < 1 or > 366 || arguments.Seeds is < 1 or > 10_000)
        {
            return new TaskResult.Fatal(
                $"days is {arguments.Days} and seeds is {arguments.Seeds}: 1 to 366 days, 1 to 10,000 seeds.");
        }

        if (KobeProgram.Find(arguments.Program) is not { } program)
        {
            return new TaskResult.Fatal($"There is no {arguments.Program ?? "kobe.dll beside the runner"}: "
                + "name it with the argument program.");
        }

        // From the key, so that every rehearsal is another one and each can be repeated.
        var seed = SeedOf(context.Key);
        string[] command =
        [
            "simulate", "--from", Text(context.Market.Date),
            "--to", Text(context.Market.Date.AddDays(arguments.Days - 1)),
            "--faults", arguments.Faults, "--seed", seed.ToString(CultureInfo.InvariantCulture),
            "--seeds", arguments.Seeds.ToString(CultureInfo.InvariantCulture),
            "--schedule", Path.GetFullPath(Places.Schedule(arguments.Schedule)),
        ];
        try
        {
            var answer = await KobeProgram.RunAsync(program, [.. command, "--json"], cancellation)
                .ConfigureAwait(false);
            return answer.ExitCode > 1
                ? new TaskResult.Fatal($"kobe simulate refuses: {answer.Complaint}")
                : Judge(Rehearsal.Of(answer.Output, seed, arguments.Faults), command);
        }
        catch (Exception broken) when (broken is IOException or JsonException or Win32Exception)
        {
            return new TaskResult.Failed($"The simulation gave no report: {broken.Message}");
        }
    }

    /// <summary>Whether what a simulation found lets the rehearsal pass.</summary>
    internal static TaskResult Judge(Rehearsal rehearsal, string[] command) => rehearsal.Broken.Count > 0
        ? new TaskResult.Fatal($"In simulation a law was broken: {string.Join(", ", rehearsal.Broken)}. "
            + $"Repeat it: kobe {string.Join(' ', command)}")
        : new TaskResult.Succeeded(
            Evidence.None.WithCount("occurrences", rehearsal.Occurrences).WithCount("checks", rehearsal.Checks)
                .WithCount("broken", 0).WithId("seed", rehearsal.Seed.ToString(CultureInfo.InvariantCulture)),
            Fact.Of(FactName, rehearsal));

    private static long SeedOf(string key) =>
        BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
