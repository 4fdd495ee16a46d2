using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Cases;
using Supervision.Catalog;
using Supervision.Console.Shell;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Documents;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;

namespace Supervision.Console.Documents;

/// <summary>Where the facts of a document come from: a file, or a task, a case or a matter of the database.</summary>
internal sealed class DocumentInputs
{
    public Option<string?> Facts { get; } = new("--facts") { HelpName = "FILE" };

    public Option<string?> Task { get; } = new("--task") { HelpName = "ID" };

    public Option<string?> Case { get; } = new("--case") { HelpName = "ID" };

    public Option<string?> Matter { get; } = new("--matter") { HelpName = "ID" };

    public Option<string> Contact { get; } = ContactOption.Create();

    public IEnumerable<Option> All => [Facts, Task, Case, Matter, Contact];

    /// <summary>The kind that a word names, such as "orderToCorrect"; null when it names none, which is said.</summary>
    public static DocumentKind? KindOf(CommandRun run, string word)
    {
        if (Enum.TryParse<DocumentKind>(word, ignoreCase: true, out var kind) && char.IsLetter(word[0]))
        {
            return kind;
        }

        run.Talk.Warn("doc.kind.wrong", word, string.Join(", ", Enum.GetNames<DocumentKind>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])));
        return null;
    }

    /// <summary>The facts. SUP2001: no such task; SUP2606: the task has nothing for this kind; SUP2300, SUP2608: no such case, or it is not there; SUP7000: no such matter.</summary>
    public async Task<Outcome<DocumentFacts>> ReadAsync(CommandRun run, DocumentKind kind, CancellationToken cancellationToken)
    {
        if (run.Arguments.GetValue(Facts) is { } path)
        {
            return JsonFile.Read(path, FactsJson.Default.FactsFile).ToFacts();
        }

        // What a fault costs, the packs say.
        await using var services = kind == DocumentKind.PointNotice
            ? await run.OpenAsync(rules: null, cancellationToken)
            : await run.OpenAsync(cancellationToken);
        await using var scope = services.Scope();
        var provider = scope.ServiceProvider;
        if (run.Arguments.GetValue(Case) is { } caseId)
        {
            return await OfCaseAsync(run, kind, caseId, provider, cancellationToken);
        }

        if (run.Arguments.GetValue(Matter) is { } matterId)
        {
            return await OfMatterAsync(run, kind, matterId, provider, cancellationToken);
        }

        var id = run.Arguments.GetValue(Task) ?? "";
        if (await provider.GetRequiredService<ITaskStore>().FindAsync(id, cancellationToken) is not { } task)
        {
            return Refusal.Of("SUP2001", id);
        }

        var history = kind == DocumentKind.PointNotice
            ? await provider.GetRequiredService<ICreditEventStore>().FindAsync(task.SubjectId, cancellationToken)
            : null;
        var notice = history?.Events.FirstOrDefault(one => one.Kind == CreditEventKind.PointNoticeServed && one.Id == $"N-{task.Id}");
        var fits = kind switch
        {
            DocumentKind.PointNotice => notice is not null,
            DocumentKind.OrderToCorrect => task.Order is not null,
            DocumentKind.OnSiteRecord => task.RecordedAt is not null,
            _ => false,
        };
        if (!fits)
        {
            return Refusal.Of("SUP2606", id, kind.ToString());
        }

        var officers = provider.GetRequiredService<IOfficerStore>();
        var catalogue = provider.GetRequiredService<ICatalogStore>();
        var (contact, phone) = ContactOption.Read(run, Contact);
        var file = new TaskFile(
            task,
            (await provider.GetRequiredService<ISubjectStore>().FindAsync(task.SubjectId, cancellationToken))!,
            (await catalogue.FindItemAsync(task.ItemCode, cancellationToken))!,
            (await catalogue.FindChecklistAsync(task.Checklist.Id, task.Checklist.Version, cancellationToken))!,
            (await officers.ListAgenciesAsync(cancellationToken)).Single(agency => agency.Id == task.AgencyId),
            [.. (await officers.ListOfficersAsync(cancellationToken)).Where(officer => task.PresentOfficerIds.Contains(officer.Id, StringComparer.Ordinal))],
            contact, phone);
        if (notice is not null)
        {
            var policy = provider.GetRequiredService<ICreditPolicy>();
            return TaskDocuments.PointNotice(file, notice, policy.Evaluate(history!, notice.OccurredOn), policy.Terms(notice.OccurredOn));
        }

        return kind == DocumentKind.OrderToCorrect ? TaskDocuments.OrderToCorrect(file) : TaskDocuments.OnSiteRecord(file);
    }

    private async Task<Outcome<DocumentFacts>> OfMatterAsync(
        CommandRun run, DocumentKind kind, string id, IServiceProvider provider, CancellationToken cancellationToken)
    {
        var matters = provider.GetRequiredService<IMatterStore>();
        if (await matters.FindAsync(id, cancellationToken) is not { SubjectId: { } subject } matter)
        {
            return Refusal.Of("SUP7000", id);
        }

        var (contact, phone) = ContactOption.Read(run, Contact);
        return MatterDocuments.Of(kind, new MatterFile(
            matter,
            await matters.ListPartsAsync(id, cancellationToken),
            (await provider.GetRequiredService<ISubjectStore>().FindAsync(subject, cancellationToken))!,
            (await provider.GetRequiredService<IOfficerStore>().ListAgenciesAsync(cancellationToken)).Single(agency => agency.Id == matter.AgencyId),
            matter.Fact("checklist") is { } terms ? await provider.GetRequiredService<ICatalogStore>().FindChecklistAsync(terms, 1, cancellationToken) : null,
            provider.GetRequiredService<CaseLaw>(), contact, phone));
    }

    private async Task<Outcome<DocumentFacts>> OfCaseAsync(
        CommandRun run, DocumentKind kind, string id, IServiceProvider provider, CancellationToken cancellationToken)
    {
        if (await provider.GetRequiredService<ICaseStore>().FindAsync(id, cancellationToken) is not { } one)
        {
            return Refusal.Of("SUP2300", id);
        }

        var officers = provider.GetRequiredService<IOfficerStore>();
        var (contact, phone) = ContactOption.Read(run, Contact);
        return CaseDocuments.Of(kind, new CaseFile(
            one,
            (await provider.GetRequiredService<ISubjectStore>().FindAsync(one.SubjectId, cancellationToken))!,
            (await officers.ListAgenciesAsync(cancellationToken)).Single(agency => agency.Id == one.AgencyId),
            await officers.ListOfficersAsync(cancellationToken), provider.GetRequiredService<CaseLaw>(), contact, phone)
        {
            InspectionRecord = one.Clue.TaskId is { } task
                ? (await provider.GetRequiredService<IDocumentStore>().FindAsync(DocumentKind.OnSiteRecord, task, cancellationToken))?.Number
                : null,
        });
    }
}
