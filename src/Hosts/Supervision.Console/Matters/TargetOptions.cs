using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Lists;

namespace Supervision.Console.Matters;

/// <summary>Whom a push or a call is for: subjects by name, or all that an area, industry, item, category, class and grade leave.</summary>
internal sealed class TargetOptions
{
    private readonly Option<string[]> _subject = new("--subject") { HelpName = "ID" };
    private readonly Option<string?> _division = new("--division") { HelpName = "CODE" };
    private readonly Option<string?> _industry = new("--industry") { HelpName = "CODE" };
    private readonly Option<string?> _item = new("--item") { HelpName = "CODE" };
    private readonly Option<string?> _category = new("--category") { HelpName = "NAME" };
    private readonly Option<string?> _class = new("--class") { HelpName = "LETTER" };
    private readonly Option<string?> _grade = new("--grade") { HelpName = "LETTER" };

    public TargetOptions(Texts texts)
    {
        foreach (var option in All)
        {
            option.Description = texts[$"target.option.{option.Name[2..]}"];
        }
    }

    public Option[] All => [_subject, _division, _industry, _item, _category, _class, _grade];

    /// <summary>The ids of those named, or of those that the target finds; SUP3152 when that is nobody.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> FindAsync(CommandRun run, HostServices services, CancellationToken cancellationToken)
    {
        if (run.Arguments.GetValue(_division) is not { } division)
        {
            return run.Arguments.GetValue(_subject) ?? [];
        }

        var target = new SubjectTarget(division)
        {
            Industry = run.Arguments.GetValue(_industry), ItemCode = run.Arguments.GetValue(_item), Category = run.Arguments.GetValue(_category),
            RiskClass = run.Arguments.GetValue(_class), Grade = run.Arguments.GetValue(_grade),
        };
        return await services.RunAsync<FindTargets, Outcome<IReadOnlyList<string>>>(find => find.RunAsync(target, cancellationToken));
    }
}
