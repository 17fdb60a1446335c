using System.Runtime.InteropServices;
using Kobe.Runner.Lane;
using Kobe.Runner.Plugins;
using Kobe.Runner.Process;

if (RunnerArguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine("kobe-runner is started by kobe; to see what plugins can do, use: kobe handlers");
    return 2;
}

OwnSession.Begin();
OwnSettings.Hide();
var pipes = ProtocolPipes.Take(arguments.Requests);

// A stop of the whole service reaches this process too, and the brain may want to wait for the handler: it decides.
PosixSignal[] signals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
var ignored = signals.Select(signal => PosixSignalRegistration.Create(signal, it => it.Cancel = true)).ToList();

var output = new OutputLimit(Console.OpenStandardError(), arguments.Output);
output.Begin();
Console.SetOut(output);
Console.SetError(output);
var brain = new BrainLink(pipes.Answers);
CrashReport.Begin(brain);

AttemptLane? lane = null;
BrainWatch.Begin(pipes.Control, ticket => Volatile.Read(ref lane)?.Cancel(ticket));
var plugins = PluginLoader.Load(arguments.Plugins);
lane = new AttemptLane(plugins.Handlers, brain, TimeProvider.System);
WarmUp.Run();
brain.Hello(plugins.Catalogue);

// What finding the handlers left behind is of no use to a process that may wait for hours.
GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
new RunnerLoop(lane, brain, output, arguments.LaneLock).Run(pipes.Requests);
GC.KeepAlive(ignored);
OwnSession.End();
return 0;
