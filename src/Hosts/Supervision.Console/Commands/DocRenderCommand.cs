using System.CommandLine;
using System.Text;
using Supervision.Console.Documents;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Documents;

namespace Supervision.Console.Commands;

/// <summary>Prints a document: an issued one, or a draft from facts.</summary>
internal static class DocRenderCommand
{
    public static Command Create(CommandFactory factory)
    {
        var kind = new Argument<string>("KIND");
        var output = new Option<string>("--out") { HelpName = "FILE", Required = true };
        var key = new Option<string?>("--key") { HelpName = "KEY" };
        var verify = VerifyOption.Create();
        var paper = new Option<string>("--paper") { HelpName = "a4|receipt", DefaultValueFactory = _ => "a4" };
        paper.AcceptOnlyFromAmong("a4", "receipt");
        var open = new Option<bool>("--public");
        var font = new Option<string[]>("--font") { HelpName = "FILE" };
        var inputs = new DocumentInputs();
        return factory.Verb("doc.render", RunAsync, [kind, output, key, verify, paper, open, font, .. inputs.All]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            if (DocumentInputs.KindOf(run, run.Arguments.GetRequiredValue(kind)) is not { } known)
            {
                return ExitCode.Usage;
            }

            var given = new[] { run.Arguments.GetValue(key), run.Arguments.GetValue(inputs.Facts), run.Arguments.GetValue(inputs.Task), run.Arguments.GetValue(inputs.Case) };
            if (given.Count(text => text is not null) != 1)
            {
                run.Talk.Warn("doc.input.one");
                return ExitCode.Usage;
            }

            var audience = run.Arguments.GetValue(open) ? DocumentAudience.Public : DocumentAudience.Party;
            var composed = given[0] is { } issued
                ? await IssuedAsync(run, known, issued, audience, cancellationToken)
                : await DraftAsync(run, inputs, known, run.Arguments.GetValue(verify), audience, cancellationToken);
            if (!composed.TryGet(out var document, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var path = run.Arguments.GetRequiredValue(output);
            if (!Bytes(run, document, path, run.Arguments.GetRequiredValue(paper), run.Arguments.GetValue(font) ?? []).TryGet(out var bytes, out var unprintable))
            {
                return run.Talk.Refuse(unprintable);
            }

            await WholeFile.WriteAsync(path, async stream =>
            {
                await stream.WriteAsync(bytes, cancellationToken);
                return true;
            });
            run.Output.Show(
                json =>
                {
                    json.WriteString("file", path);
                    json.WriteString("title", document.Title);
                    json.WriteString("number", document.Number);
                    json.WriteNumber("bytes", bytes.Length);
                },
                written => written.Line(run.Texts.Format("doc.rendered", document.Title, document.Number, path, bytes.Length)));
            return ExitCode.Ok;
        }
    }

    private static async Task<Outcome<ComposedDocument>> IssuedAsync(
        CommandRun run, DocumentKind kind, string key, DocumentAudience audience, CancellationToken cancellationToken)
    {
        await using var services = await run.OpenAsync(cancellationToken);
        var document = await services.RunAsync<IDocumentStore, IssuedDocument?>(store => store.FindAsync(kind, key, cancellationToken));
        return document is null ? Refusal.Of("SUP2607", kind.ToString(), key) : document.Compose(audience);
    }

    private static async Task<Outcome<ComposedDocument>> DraftAsync(
        CommandRun run, DocumentInputs inputs, DocumentKind kind, Uri? verify, DocumentAudience audience, CancellationToken cancellationToken) =>
        (await inputs.ReadAsync(run, kind, cancellationToken)).TryGet(out var facts, out var refusal)
            ? DocumentComposer.Compose(DocumentTemplates.Shipped.Of(kind), facts, "", verify, audience)
            : refusal;

    private static Outcome<byte[]> Bytes(CommandRun run, ComposedDocument document, string path, string paper, string[] fonts)
    {
        if (path.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.UTF8.GetBytes(HtmlRenderer.Render(document));
        }

        var paths = fonts.Length > 0 ? fonts
            : (run.Variable("SUPERVISION_FONTS") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return paths.Length == 0 ? Refusal.Of("SUP2621", "SUPERVISION_FONTS")
            : FontSet.Load(paths).TryGet(out var set, out var refusal)
                ? new PdfRenderer(set).Render(document, paper == "a4" ? PaperSize.A4 : PaperSize.Receipt)
                : refusal;
    }
}
