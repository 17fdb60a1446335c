using Kobe.Brain.Faults;
using Kobe.CommandLine;

return KobeCommand.Run(args, PretendedTime.OrTheMachines());
