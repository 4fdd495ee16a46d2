using System.CommandLine;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>The categories of events that are in force here, where they are from, and whether they are all.</summary>
internal static class EventCategoriesCommand
{
    public static Command Create(CommandFactory factory)
    {
        return factory.Verb("event.categories", RunAsync);

        static Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var categories = run.Policies.ReadEventCategories();
            run.Output.Show(
                json =>
                {
                    json.WriteString("source", categories.Source);
                    json.WriteNumber("whole", categories.Whole);
                    json.WriteRows("categories", categories.All, category =>
                    {
                        json.WriteString("code", category.Code);
                        json.WriteString("name", category.Name);
                        json.WriteString("field", category.Field);
                    });
                },
                output =>
                {
                    output.Table(
                        [run.Texts["column.code"], run.Texts["column.name"], run.Texts["column.field"]],
                        categories.All.Select(category => (IReadOnlyList<string>)[category.Code, category.Name, category.Field]));
                    output.Line(run.Texts.Format(categories.All.Count < categories.Whole ? "event.categories.part" : "event.categories.whole", categories.All.Count, categories.Whole, categories.Source));
                });
            return Task.FromResult(ExitCode.Ok);
        }
    }
}
