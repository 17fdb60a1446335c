using System.CommandLine;
using System.Text;
using System.Text.Json;

namespace Kobe.CommandLine.Desk;

/// <summary>One part of the desk's view: <c>kobe positions</c>, <c>orders</c>, <c>pnl</c>, <c>risk</c>.</summary>
/// <remarks>The program knows no desk: it shows the file that the desk leaves in <c>desk/MODE/view.json</c>.</remarks>
internal sealed class DeskSection(string name, string about)
{
    private readonly Option<string> _mode =
        new("--mode") { Description = "observe, paper or live [the one that was written last]", HelpName = "MODE" };

    private readonly Option<string> _from =
        new("--from") { Description = "Trades closed on this date or later, with their sum", HelpName = "DATE" };

    private readonly Option<string> _to =
        new("--to") { Description = "The last date [the present one]", HelpName = "DATE" };

    public Command Make()
    {
        var command = new Command(name, $"{about}\nExample: kobe {name} --json");
        var options = new BrainOptions().AddState(command).AddJson(command);
        command.Options.Add(_mode);
        if (name == "pnl")
        {
            command.Options.Add(_from);
            command.Options.Add(_to);
        }

        command.SetAction(result =>
        {
            using var view = DeskViewFile.Read(options.State(result), result.GetValue(_mode));
            if (view is null)
            {
                Terminal.Complain(
                    "kobe: No desk has written here yet. A task that trades does, each time it compares with the "
                    + "broker.");
                return ExitCode.Failed;
            }

            var root = view.RootElement;
            if (result.GetValue(_from) is { } from)
            {
                return TradeSpan.Show(
                    options.State(result), root, from, result.GetValue(_to), options.Json(result));
            }

            if (options.Json(result))
            {
                JsonOutput.Write(writer => Write(writer, root));
                return ExitCode.Fine;
            }

            Terminal.Write(new StringBuilder($"{Text(root, "mode")} {Text(root, "account")}, {Text(root, "at")}\n"));
            Show(root.GetProperty(name));
            return ExitCode.Fine;
        });
        return command;
    }

    private void Write(Utf8JsonWriter writer, JsonElement root)
    {
        writer.WriteStartObject();
        foreach (var member in (string[])["mode", "at", "account", name])
        {
            writer.WritePropertyName(member);
            root.GetProperty(member).WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    // Lists become tables whose columns are the members; single values stand above them.
    private static void Show(JsonElement section)
    {
        if (section.ValueKind == JsonValueKind.Array)
        {
            ShowList(section);
            return;
        }

        foreach (var member in section.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Array)
            {
                Terminal.Write(new StringBuilder($"{member.Name}\n"));
                ShowList(member.Value);
            }
            else
            {
                Terminal.Write(new StringBuilder($"{member.Name}  {Plain(member.Value)}\n"));
            }
        }
    }

    private static void ShowList(JsonElement list)
    {
        if (list.GetArrayLength() == 0)
        {
            Terminal.Write(new StringBuilder("  none\n"));
            return;
        }

        if (list[0].ValueKind != JsonValueKind.Object)
        {
            foreach (var one in list.EnumerateArray())
            {
                Terminal.Write(new StringBuilder($"  {Plain(one)}\n"));
            }

            return;
        }

        var table = new Table([.. list[0].EnumerateObject().Select(member => member.Name)]);
        foreach (var row in list.EnumerateArray())
        {
            table.Add([.. row.EnumerateObject().Select(member => Plain(member.Value))]);
        }

        TableOutput.Write(table);
    }

    private static string Text(JsonElement root, string member) => Plain(root.GetProperty(member));

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.Null ? "-" : value.ToString();
}
