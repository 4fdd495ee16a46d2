using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using Supervision.Console.Commands;
using Supervision.Matters;

namespace Supervision.Console.Shell;

/// <summary>The command line: one root, nouns and verbs below it. A new command is one file and one line in <see cref="Build"/>.</summary>
internal static class Cli
{
    // A transaction under way may finish before a second signal ends the process.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var culture = Languages.Choose(args, environment.Variable);
        CultureInfo.CurrentUICulture = culture;
        var texts = new Texts(culture);
        if (TrainingClock.Apply(environment, texts) is not { } clocked)
        {
            return (int)ExitCode.Usage;
        }

        environment = clocked;
        var root = Build(texts, environment);
        var parsed = root.Parse(args.Count == 0 ? ["--help"] : args);
        var completes = args.Count > 0 && args[0].StartsWith("[suggest", StringComparison.Ordinal);
        if (parsed.Errors.Count > 0 && !completes)
        {
            return (int)Usage(parsed, texts, environment.Error);
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = environment.Out,
                Error = environment.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = s_grace,
            },
            cancellationToken);
    }

    /// <summary>All commands. Their order here is their order in the help.</summary>
    public static RootCommand Build(Texts texts, CliEnvironment environment)
    {
        var options = new GlobalOptions(texts);
        var factory = new CommandFactory(texts, options, environment);
        var root = new RootCommand(texts["command"])
        {
            factory.Noun(
                "import",
                ImportSubjectsCommand.Create(factory),
                ImportOfficersCommand.Create(factory),
                ImportItemsCommand.Create(factory, "import.items"),
                ImportSensorDaysCommand.Create(factory)),
            factory.Noun(
                "catalog",
                ImportItemsCommand.Create(factory, "catalog.import"),
                CatalogListCommand.Create(factory),
                CatalogShowCommand.Create(factory),
                CatalogDoCommand.Create(factory),
                CatalogSupervisorsCommand.Create(factory),
                CatalogSubjectsCommand.Create(factory)),
            PlanCommand.Create(factory, PlanMergeCommand.Create(factory), PlanExplainCommand.Create(factory)),
            JointCommands.All(factory),
            AnnounceCommand.Create(factory),
            DrawCommand.Create(factory),
            VoidCommand.Create(factory),
            UnsealCommand.Create(factory),
            AnnouncementsCommand.Create(factory),
            VerifyCommand.Create(factory),
            ProveCommand.Create(factory),
            factory.Noun("beacon", BeaconParseCommand.Create(factory)),
            factory.Noun("reserve", ReserveUseCommand.Create(factory)),
            RecuseCommand.Create(factory),
            AssignCommand.Create(factory),
            factory.Noun("officer", OfficerRedrawCommand.Create(factory)),
            InspectCommand.Create(factory),
            factory.Noun(
                "task",
                TaskOpenCommand.Create(factory),
                TaskListCommand.Create(factory),
                ShowTaskCommand.Create(factory, "task.show"),
                TaskDoCommand.Create(factory),
                TaskMergeCommand.Create(factory)),
            ScoreCommand.Create(factory),
            NextCommand.Create(factory),
            factory.Noun(
                "show",
                ShowSubjectCommand.Create(factory),
                ShowTaskCommand.Create(factory),
                ShowDrawCommand.Create(factory)),
            factory.Noun(
                "rules",
                RulesCheckCommand.Create(factory),
                RulesTestCommand.Create(factory),
                RulesNewCommand.Create(factory),
                RulesPublishCommands.Write(factory),
                RulesPublishCommands.Publish(factory),
                RulesPublishCommands.List(factory),
                RulesExplainCommand.Create(factory),
                RulesDiffCommand.Create(factory),
                factory.Noun("rules.table", RulesTableExportCommand.Create(factory), RulesTableImportCommand.Create(factory)),
                RulesTckCommand.Create(factory),
                RulesWhatIfCommand.Create(factory)),
            factory.Noun("policy", PolicyNewCommand.Create(factory)),
            factory.Noun(
                "journal",
                JournalExportCommand.Create(factory),
                JournalVerifyCommand.Create(factory),
                JournalKeyCommand.Create(factory),
                JournalSignCommand.Create(factory)),
            factory.Noun("db", DbCommands.Migrate(factory), DbCommands.Export(factory), DbCommands.Import(factory)),
            factory.Noun("doc", DocIssueCommand.Create(factory), DocRenderCommand.Create(factory)),
            factory.Noun(
                "outbox",
                OutboxSubscribeCommand.Create(factory),
                OutboxDeliverCommand.Create(factory),
                OutboxListCommand.Create(factory),
                OutboxReplayCommand.Create(factory)),
            factory.Noun(
                "access",
                AccessGrantCommand.Create(factory),
                AccessListCommand.Create(factory),
                AccessReviewCommand.Create(factory)),
            CompareCommand.Create(factory, CompareJudgeCommands.List(factory), CompareJudgeCommands.Confirm(factory), CompareJudgeCommands.Reject(factory)),
            factory.Noun("data", DataImportCommand.Create(factory), DataCheckCommand.Create(factory), DataExportCommand.Create(factory)),
            factory.Noun("person", PersonCommands.All(factory)),
            factory.Noun("deadline", DeadlineExplainCommand.Create(factory)),
            factory.Noun("calendar", CalendarImportCommand.Create(factory), CalendarListCommand.Create(factory)),
            factory.Noun(
                "case",
                CaseOpenCommand.Create(factory),
                CaseDoCommand.Create(factory),
                CaseExchangeCommands.Send(factory),
                CaseExchangeCommands.Follow(factory),
                CaseExchangeCommands.Report(factory),
                CaseListCommand.Create(factory),
                CaseShowCommand.Create(factory, "case.show", explain: false),
                CaseShowCommand.Create(factory, "case.timeline", explain: true)),
            factory.Noun(
                "warning",
                WarningSignalCommand.Create(factory),
                MatterCommands.Do(factory, "warning.do", needsRules: true, WarningSignalCommand.Step),
                MatterCommands.List(factory, "warning.list", MatterKind.Warning),
                MatterCommands.Show(factory, "warning.show")),
            CommitmentCommands.All(factory),
            ListCommands.All(factory),
            PushCommands.Push(factory),
            PushCommands.Receipt(factory),
            NoticeCommands.All(factory),
            SelfTaskCommands.All(factory),
            factory.Noun(
                "event",
                EventReportCommand.Create(factory),
                EventCategoriesCommand.Create(factory),
                MatterCommands.Do(factory, "event.do", needsRules: false, EventReportCommand.Step),
                MatterCommands.List(factory, "event.list", MatterKind.Event),
                MatterCommands.Show(factory, "event.show")),
            MatterCommands.Sweep(factory),
            IndicatorsCommand.Create(factory),
            factory.Noun("audit", AuditDrawsCommand.Create(factory), AuditVisitsCommand.Create(factory), AuditRiskCommand.Create(factory)),
            WalkCommand.Create(factory),
            factory.Noun("generate", GenerateCityCommand.Create(factory)),
            CompletionCommand.Create(factory),
        };
        foreach (var option in options.All)
        {
            root.Options.Add(option);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Aliases.Clear();
        help.Aliases.Add("-h");
        help.Description = texts["option.help"];
        help.Action = new HelpWriter(texts);
        root.Options.OfType<VersionOption>().Single().Description = texts["option.version"];
        return root;
    }

    private static ExitCode Usage(ParseResult parsed, Texts texts, TextWriter error)
    {
        foreach (var fault in UsageFaults.Of(parsed, texts))
        {
            error.WriteLine(fault);
        }

        var path = HelpWriter.PathOf(parsed.CommandResult);
        error.WriteLine(texts.Format("usage.hint", HelpWriter.UsageOf(path, parsed.CommandResult.Command, texts), path));
        return ExitCode.Usage;
    }
}
