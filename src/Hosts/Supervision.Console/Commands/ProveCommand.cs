using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>Writes the proof by which one subject checks alone whether it was in the drum, and whether it was drawn.</summary>
internal static class ProveCommand
{
    public static Command Create(CommandFactory factory)
    {
        var subject = new Argument<string>("SUBJECT");
        var folder = new Argument<string>("FOLDER");
        var file = new Option<string?>("--out") { HelpName = "FILE" };
        return factory.Verb("prove", RunAsync, subject, folder, file);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var place = new BundleFolder(run.Arguments.GetRequiredValue(folder));
            var id = run.Arguments.GetRequiredValue(subject);
            if (!DrawBundle.Read((place.Private.Exists ? place.Private : place).Open).TryGet(out var bundle, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var path = run.Arguments.GetValue(file) ?? $"{id}.json";
            var isThere = bundle.Frame.IndexOf(id) >= 0;
            var isSealed = bundle.Announcement.Terms.SealedSecret is not null && !File.Exists(place.InFolder(BundleFile.Selection));
            await WholeFile.WriteAsync(path, stream =>
            {
                if (!isThere)
                {
                    AbsenceProof.Of(bundle.Announcement, bundle.Frame, id).Write(stream);
                }
                else
                {
                    (isSealed ? SubjectProof.OfSealed(bundle, id) : SubjectProof.Of(bundle, id)).Write(stream);
                }

                return Task.FromResult(true);
            });
            run.Output.Show(
                json =>
                {
                    json.WriteString("subject", id);
                    json.WriteBoolean("inFrame", isThere);
                    json.WriteString("file", path);
                },
                output => output.Line(run.Texts.Format("prove.done", path, run.Self)));
            return ExitCode.Ok;
        }
    }
}
