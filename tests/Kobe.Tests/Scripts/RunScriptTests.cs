using System.Runtime.Versioning;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Scripts;
using Kobe.Tests.Hosting;

namespace Kobe.Tests.Scripts;

/// <summary>script.run with real programs.</summary>
[UnsupportedOSPlatform("windows")]
public class RunScriptTests
{
    [Theory]
    // what it does                                           how that counts
    [InlineData("exit 0", "Succeeded")]
    [InlineData("exit 1", "Failed script.sh ended with 1.")]
    [InlineData("exit 2", "Fatal script.sh ended with 2.")]
    [InlineData("exit 3", "Failed script.sh ended with 3.")]
    [InlineData("kill -9 $$", "Failed script.sh was ended by signal 9.")]
    [InlineData("echo no luck >&2; exit 1", "Failed script.sh ended with 1: no luck")]
    [InlineData("echo '{\"error\":\"said so\"}'; echo other >&2; exit 2", "Fatal script.sh ended with 2: said so")]
    [InlineData("echo '{\"skipped\":\"a holiday\"}'", "Skipped a holiday")]
    [InlineData("echo '{\"skipped\":\"a holiday\"}'; exit 1", "Failed script.sh ended with 1.")]
    [InlineData("printf '{\"counts\":{\"rows\":7}}'", "Succeeded rows 7")]
    [InlineData("echo '{\"counts\":{\"rows\":1.5}}'", "Fatal The result of script.sh was refused: counts is { \"rows\": "
        + "1520, … }; 'rows' is no whole number.")]
    [InlineData("echo '{\"facts\":[]}'", "Fatal The result of script.sh was refused: facts is { \"name\": value, … }.")]
    [InlineData("echo '{\"facts\":{\"a\":1},\"facts\":{}}'", "Fatal The result of script.sh was refused: its last line")]
    [InlineData("echo '{not json}'", "Fatal The result of script.sh was refused: its last line")]
    [InlineData("echo '{\"facts\":{\"a.b\":1}}'", "Fatal The result of script.sh publishes the fact 'a.b', which the row "
        + "doesn't declare: write args: { facts: [a.b] }.")]
    public void ExitCode_AndLastLine_SayHowItEnded(string text, string expected)
    {
        using var script = new Script(text);

        var end = script.Run() switch
        {
            TaskResult.Succeeded done => "Succeeded" + string.Concat(
                done.Evidence.Counts.Select(count => $" {count.Key} {count.Value}")),
            TaskResult.Failed failed => "Failed " + failed.Error,
            TaskResult.Fatal fatal => "Fatal " + fatal.Error,
            TaskResult.Skipped skipped => "Skipped " + skipped.Why,
            var other => other.ToString(),
        };

        Assert.StartsWith(expected, end, StringComparison.Ordinal);
    }

    [Fact]
    public void LastLineOfJson_IsTheResult_WhateverElseIsPrinted()
    {
        using var script = new Script("""
            echo '{"facts":{"old":1}}'
            echo 'in between'
            echo '{"facts":{"x.y":{"deep":[1,2]}},"discoveries":[{"title":"odd","kind":"gap"},{"title":"plain"}],"wat":1}'
            echo 'and after'
            """);

        var done = Assert.IsType<TaskResult.Succeeded>(script.Run(new(script.Program, Facts: ["x.y"])));

        Assert.Equal("x.y {\"deep\":[1,2]}", Assert.Single(done.Facts).Name + " " + done.Facts[0].Value.GetRawText());
        Assert.Equal([new("gap", "odd"), new("script", "plain")], script.Discoveries);
        Assert.Contains(script.Lines, line => line is (LogLevel.Information, "and after"));
        Assert.Contains(script.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("'wat'"));
    }

    [Fact]
    public void Discoveries_AreKept_WhenItFails()
    {
        using var script = new Script("echo '{\"discoveries\":[{\"title\":\"odd\"}]}'; exit 1");

        Assert.IsType<TaskResult.Failed>(script.Run());

        Assert.Single(script.Discoveries);
    }

    [Fact]
    public void Program_GetsArgumentsEnvironmentInputAndPlace()
    {
        using var script = new Script("""
            printf '%s|' "$@" "$COLOUR" "$TOKEN" "$PWD" "$(cat)" "$KOBE_KEY" "$KOBE_TASK" "$KOBE_DUE_AT" \
              "$KOBE_DEADLINE" "$KOBE_ATTEMPT" "$KOBE_START" "$KOBE_DATE" "$KOBE_PHASE" "$KOBE_MODE"
            echo
            echo "$KOBE_CONTEXT"
            echo '{}'
            """);
        script.Secrets["TOKEN"] = "s3cret";

        var result = script.Run(new(
            script.Program, ["a b", "$HOME;"], ["COLOUR=deep red=blue"], ["TOKEN"], "{\"n\": [1, \"ü\"]}"));

        Assert.IsType<TaskResult.Succeeded>(result);
        var lines = script.Lines.Select(line => line.Text).ToArray();
        Assert.Equal(
            "a b|$HOME;|deep red=blue|s3cret|" + script.Directory + "|{\"n\": [1, \"ü\"]}|script@2026-11-20T09:35|script|"
            + "2026-11-20T14:35:00Z|2026-11-20T14:35:30Z|2|3|2026-11-20|LUNCH|MONITORING|",
            lines[0]);
        using var context = JsonDocument.Parse(lines[1]);
        Assert.Equal("LUNCH", context.RootElement.GetProperty("phase").GetString());
        Assert.Equal(2, context.RootElement.GetProperty("seasons").GetArrayLength());
    }

    [Theory]
    [InlineData("nowhere/script", "There is no program ")]
    [InlineData("no-such-program-at-all", "PATH finds no program 'no-such-program-at-all'")]
    [InlineData("", "The argument program is empty")]
    public void MissingProgram_IsSaid(string program, string error)
    {
        using var script = new Script("exit 0");

        Assert.StartsWith(
            error, Assert.IsType<TaskResult.Fatal>(script.Run(new(program))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ArgumentsThatCannotWork_AreRefused_BeforeAnythingRuns()
    {
        using var script = new Script("touch ran");
        (ScriptArguments Arguments, string Error)[] table =
        [
            (new(script.Program, Environment: ["NOVALUE"]), "'NOVALUE' in the argument environment sets nothing"),
            (new(script.Program, Environment: ["KOBE_KEY=x"]), "KOBE_KEY can't be set"),
            (new(script.Program, Secrets: ["TOKEN"]), "The secret TOKEN isn't granted"),
            (new(script.Program, Stdin: "{"), "The argument stdin is no JSON"),
            (new(script.Program, StopGrace: 11), "stop_grace is 11"),
            (new(script.Program, Directory: "/no/where"), "There is no directory /no/where"),
        ];

        Assert.All(table, row => Assert.StartsWith(
            row.Error, Assert.IsType<TaskResult.Fatal>(script.Run(row.Arguments)).Error, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(script.Directory, "ran")));

        File.SetUnixFileMode(script.Program, UnixFileMode.UserRead);
        Assert.Contains("chmod +x", Assert.IsType<TaskResult.Fatal>(script.Run()).Error, StringComparison.Ordinal);
        File.WriteAllText(script.Program, "\u007fELF");
        File.SetUnixFileMode(script.Program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Contains("#!", Assert.IsType<TaskResult.Fatal>(script.Run()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_IsCutOff_AndHoldsUpNobody()
    {
        using var script = new Script("head -c 20000000 /dev/zero | tr '\\0' 'x'; yes | head -n 100000; echo '{}'");

        Assert.IsType<TaskResult.Succeeded>(script.Run());

        Assert.InRange(script.Lines.Sum(line => line.Text.Length), 1, 65_536 + 200);
        Assert.Contains("more lines of output", script.Lines.Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllOfIt_DiesAtTheLimit_WhateverGroupItIsIn()
    {
        using var script = new Script("""
            trap '' TERM
            sleep 600 &
            setsid sleep 600 &
            env -i sleep 600 &
            echo "children $! $(pgrep -P $$ sleep | tr '\n' ' ')"
            while :; do sleep 600; done
            """);
        using var limit = new CancellationTokenSource();
        var run = script.Start(null, limit.Token);
        var children = (await script.WaitForLine("children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(int.Parse).ToList();

        await limit.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        Assert.True(children.Count >= 3, string.Join(' ', children));
        Assert.All(children, child => Assert.False(Processes.IsAlive(child)));
    }

    [Fact]
    public async Task Program_MayEndInOrder_WhenItIsAsked()
    {
        using var script = new Script("trap 'touch asked; exit 0' TERM; echo up; while :; do sleep 0.01; done");
        using var limit = new CancellationTokenSource();
        var run = script.Start(new(script.Program, StopGrace: 10), limit.Token);
        await script.WaitForLine("up");

        await limit.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        Assert.True(File.Exists(Path.Combine(script.Directory, "asked")));
    }

    [Fact]
    public void Background_IsNotLeftBehind_AfterASuccess()
    {
        using var script = new Script("setsid sleep 600 > /dev/null 2>&1 & echo $!");

        Assert.IsType<TaskResult.Succeeded>(script.Run());

        Assert.False(Processes.IsAlive(int.Parse(script.Lines.First().Text)));
    }
}
