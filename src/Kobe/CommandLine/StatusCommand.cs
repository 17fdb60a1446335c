using System.CommandLine;

namespace Kobe.CommandLine;

/// <summary><c>kobe status</c>: what the running brain is doing, or what the last one left behind.</summary>
internal static class StatusCommand
{
    public static Command Make()
    {
        var command = new Command(
            "status",
            "What the running brain is doing. When none runs: what the last one left in the state directory, exit 1.\n"
            + "Example: kobe status --json");
        var options = new BrainOptions().AddState(command).AddJson(command);
        command.SetAction(result =>
        {
            using var found = FoundStatus.Find(options.State(result));
            var status = found.Document.RootElement;
            if (found.Trouble is { } trouble)
            {
                Console.Error.WriteLine("kobe: " + trouble);
            }

            if (options.Json(result))
            {
                JsonOutput.Write(status.WriteTo);
            }
            else
            {
                SheetOutput.Write(StatusSheet.Of(status));
            }

            return found.Trouble is null ? ExitCode.Fine : ExitCode.Failed;
        });
        return command;
    }
}
