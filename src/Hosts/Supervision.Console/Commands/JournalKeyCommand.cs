using System.CommandLine;
using Supervision.Audit;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>Makes the key that signs heads: the private half for the operator, the public half for everybody.</summary>
internal static class JournalKeyCommand
{
    public static Command Create(CommandFactory factory)
    {
        var file = new Option<string>("--out") { HelpName = "FILE", DefaultValueFactory = _ => "journal-key.pem" };
        var sm2 = new Option<bool>("--sm2");
        return factory.Verb("journal.key", RunAsync, file, sm2);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(file);
            if (File.Exists(path))
            {
                run.Talk.Warn("journal.key.exists", path);
                return ExitCode.Failed;
            }

            var algorithm = run.Arguments.GetValue(sm2) ? HeadAlgorithm.Sm2 : HeadAlgorithm.EcdsaP256;
            if (!HeadKey.Generate(algorithm).TryGet(out var made, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            using var key = made;
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using (var secret = new StreamWriter(path, options))
            {
                await secret.WriteLineAsync(key.ExportPrivatePem().AsMemory(), cancellationToken);
            }

            var open = path + ".pub";
            await File.WriteAllTextAsync(open, key.ExportPublicPem() + "\n", cancellationToken);
            run.Output.Show(
                json =>
                {
                    json.WriteString("private", path);
                    json.WriteString("public", open);
                },
                output => output.Line(run.Texts.Format("journal.key.done", path, open)));
            return ExitCode.Ok;
        }
    }
}
