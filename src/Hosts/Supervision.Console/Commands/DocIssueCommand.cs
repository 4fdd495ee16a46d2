using System.CommandLine;
using Supervision.Console.Documents;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Documents;

namespace Supervision.Console.Commands;

/// <summary>Numbers a document and keeps it.</summary>
internal static class DocIssueCommand
{
    public static Command Create(CommandFactory factory)
    {
        var kind = new Argument<string>("KIND");
        var key = new Argument<string>("KEY");
        var agency = new Option<string>("--agency-short") { HelpName = "TEXT", Required = true };
        var verify = VerifyOption.Create();
        var inputs = new DocumentInputs();
        return factory.Verb("doc.issue", RunAsync, [kind, key, agency, verify, .. inputs.All]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            if (DocumentInputs.KindOf(run, run.Arguments.GetRequiredValue(kind)) is not { } known)
            {
                return ExitCode.Usage;
            }

            if (!(await inputs.ReadAsync(run, known, cancellationToken)).TryGet(out var facts, out var wrong))
            {
                return run.Talk.Refuse(wrong);
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<IssueDocument, Outcome<IssuedDocument>>(issue => issue.RunAsync(
                DocumentTemplates.Shipped.Of(known), run.Arguments.GetRequiredValue(key), run.Arguments.GetRequiredValue(agency), facts,
                run.Arguments.GetValue(verify), run.Actor, cancellationToken));
            if (!outcome.TryGet(out var document, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            run.Output.Show(
                json =>
                {
                    json.WriteString("kind", document.Kind.ToString());
                    json.WriteString("key", document.Key);
                    json.WriteString("number", document.Number);
                    json.WriteString("contentHash", document.ContentHash);
                    json.WriteString("verificationUrl", document.VerificationUrl?.AbsoluteUri);
                },
                output => output.Line(run.Texts.Format("doc.issued", document.Number, document.ContentHash)));
            return ExitCode.Ok;
        }
    }
}
