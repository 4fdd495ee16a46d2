using Supervision.Console.Shell;

return await Cli.RunAsync(args, CliEnvironment.OfProcess(), CancellationToken.None);
