using Kobe.CommandLine;

return KobeCommand.Run(args, TimeProvider.System);
