using System.CommandLine;
using System.Text.Json;
using Kobe.Operation;

namespace Kobe.CommandLine;

/// <summary><c>kobe health</c>: whether work moves, as an exit code; for supervisors and containers.</summary>
internal static class HealthCommand
{
    private const string Path = "/health";

    public static Command Make()
    {
        var command = new Command(
            "health",
            "Whether the running brain's loop turns, work moves, the journal can be written and all is accounted for.\n"
            + "Exit code 1 when it is unhealthy or none runs.\n"
            + "Example: kobe health --state state");
        var options = new BrainOptions().AddState(command).AddJson(command);
        command.SetAction(result =>
        {
            var (answer, trouble) = Ask(options.State(result));
            if (answer is null)
            {
                Console.Error.WriteLine("kobe: " + trouble);
                return ExitCode.Failed;
            }

            using var document = JsonDocument.Parse(answer.Body);
            if (options.Json(result))
            {
                JsonOutput.Write(document.RootElement.WriteTo);
            }
            else
            {
                Show(document.RootElement);
            }

            return answer.Status == 200 ? ExitCode.Fine : ExitCode.Failed;
        });
        return command;
    }

    private static (BrainAnswer? Answer, string Trouble) Ask(string state)
    {
        if (LiveBrain.Find(state) is not { } brain)
        {
            return (null, $"No brain runs on '{state}'. kobe run starts one.");
        }

        try
        {
            return (BrainClient.Get(brain, state, Path), "");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"The brain with pid {brain.Pid} does not answer at {brain.Url}: {error.Message}");
        }
    }

    private static void Show(JsonElement health)
    {
        Console.Out.WriteLine(health.GetProperty("status").GetString());
        foreach (var check in health.EnumerateObject())
        {
            if (check.Value.ValueKind == JsonValueKind.Object && check.Value.TryGetProperty("reason", out var reason))
            {
                Console.Out.WriteLine(
                    $"{check.Name,-10} {check.Value.GetProperty("status").GetString(),-9} {reason.GetString()}");
            }
        }
    }
}
