using System.CommandLine;
using System.Security.Cryptography;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>Makes the key that signs heads: the private half for the operator, the public half for everybody.</summary>
internal static class JournalKeyCommand
{
    public static Command Create(CommandFactory factory)
    {
        var file = new Option<string>("--out") { HelpName = "FILE", DefaultValueFactory = _ => "journal-key.pem" };
        return factory.Verb("journal.key", RunAsync, file);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(file);
            if (File.Exists(path))
            {
                run.Talk.Warn("journal.key.exists", path);
                return ExitCode.Failed;
            }

            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using (var secret = new StreamWriter(path, options))
            {
                await secret.WriteLineAsync(key.ExportPkcs8PrivateKeyPem().AsMemory(), cancellationToken);
            }

            var open = path + ".pub";
            await File.WriteAllTextAsync(open, key.ExportSubjectPublicKeyInfoPem() + "\n", cancellationToken);
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
