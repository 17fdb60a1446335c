using Kobe.Contracts;

namespace Kobe.Plugins.Scripts;

/// <summary>What a row says about the program that it runs.</summary>
public sealed record ScriptArguments(
    [Argument("The program: a path, from 'directory' when it isn't absolute, or a name that PATH finds.")]
    string Program,
    [Argument("Its arguments. Not for secrets: everybody on the machine may read them.")]
    IReadOnlyList<string>? Arguments = null,
    [Argument("Variables of its environment, each as NAME=value.")] IReadOnlyList<string>? Environment = null,
    [Argument("Secrets that kobe.yaml grants to this plugin and the program gets as variables of their names.")]
    IReadOnlyList<string>? Secrets = null,
    [Argument("A JSON value that the program reads from its standard input; empty input without one.")]
    string? Stdin = null,
    [Argument("Where it works; where the runner works when it isn't given.")] string? Directory = null,
    [Argument("The facts that its result may publish.", NamesFacts = true)] IReadOnlyList<string>? Facts = null,
    [Argument("From SIGTERM at the time limit to SIGKILL, at most 10; the runner itself is killed after kill_grace.",
        Unit = "s")]
    double StopGrace = 0.4);
