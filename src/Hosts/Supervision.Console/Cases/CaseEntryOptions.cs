using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Supervision.Cases;
using Supervision.Console.Shell;

namespace Supervision.Console.Cases;

/// <summary>The options from which a step of a case is made. Which ones a step needs, its guards say.</summary>
internal sealed class CaseEntryOptions
{
    private readonly Option<DateOnly?> _on = new("--on") { HelpName = "DATE" };
    private readonly Option<string?> _text = new("--text") { HelpName = "TEXT" };
    private readonly Option<string?> _approvedBy = new("--approved-by") { HelpName = "ID" };
    private readonly Option<DateOnly?> _approvedOn = new("--approved-on") { HelpName = "DATE" };
    private readonly Option<string[]> _persons = new("--person") { HelpName = "ID" };
    private readonly Option<PenaltyKind[]> _kinds = WordOption.Many<PenaltyKind>("--kind", "KIND");
    private readonly Option<decimal?> _fine = new("--fine") { HelpName = "YUAN" };
    private readonly Option<decimal?> _gains = new("--gains") { HelpName = "YUAN" };
    private readonly Option<decimal?> _goods = new("--goods") { HelpName = "YUAN" };
    private readonly Option<int?> _months = new("--months") { HelpName = "NUMBER" };
    private readonly Option<string[]> _benchmarks = new("--benchmark") { HelpName = "ID" };
    private readonly Option<PenaltyGrade?> _grade = WordOption.One<PenaltyGrade>("--grade", "GRADE");
    private readonly Option<NoPenaltyGround?> _ground = WordOption.One<NoPenaltyGround>("--ground", "GROUND");
    private readonly Option<DateOnly?> _planned = new("--planned") { HelpName = "DATE" };
    private readonly Option<decimal?> _amount = new("--amount") { HelpName = "YUAN" };
    private readonly Option<Instalment[]> _instalments = new("--instalment") { HelpName = "DATE=YUAN", CustomParser = ReadInstalments };
    private readonly Option<ServiceMethod?> _method = WordOption.One<ServiceMethod>("--method", "METHOD");
    private readonly Option<PublicityChannel?> _channel = WordOption.One<PublicityChannel>("--channel", "CHANNEL");
    private readonly Option<ExclusionKind?> _exclusion = WordOption.One<ExclusionKind>("--exclusion", "KIND");
    private readonly Option<RemedyKind?> _remedy = WordOption.One<RemedyKind>("--remedy", "KIND");
    private readonly Option<string?> _reference = new("--reference") { HelpName = "TEXT" };
    private readonly Option<CaseMarks[]> _marks = WordOption.Many<CaseMarks>("--mark", "MARK");

    public Symbol[] All =>
    [
        _on, _text, _approvedBy, _approvedOn, _persons, _kinds, _fine, _gains, _goods, _months, _benchmarks, _grade, _ground, _planned, _amount,
        _instalments, _method, _channel, _exclusion, _remedy, _reference, _marks,
    ];

    /// <summary>The step; it happened today when no day is given.</summary>
    public CaseEntry Read(CommandRun run, CaseTrigger trigger, DateOnly today)
    {
        var arguments = run.Arguments;
        var (fine, gains, goods) = (arguments.GetValue(_fine) ?? 0m, arguments.GetValue(_gains) ?? 0m, arguments.GetValue(_goods) ?? 0m);
        var kinds = (arguments.GetValue(_kinds) ?? []).Aggregate(PenaltyKind.None, (all, kind) => all | kind)
            | (fine > 0 ? PenaltyKind.Fine : PenaltyKind.None) | (gains > 0 ? PenaltyKind.ConfiscationOfGains : PenaltyKind.None)
            | (goods > 0 ? PenaltyKind.ConfiscationOfGoods : PenaltyKind.None);
        return new CaseEntry(trigger, arguments.GetValue(_on) ?? today)
        {
            Text = arguments.GetValue(_text) ?? "",
            ApprovedBy = arguments.GetValue(_approvedBy),
            ApprovedOn = arguments.GetValue(_approvedOn),
            Persons = arguments.GetValue(_persons) ?? [],
            Sanction = kinds == PenaltyKind.None ? null : new Sanction(kinds, fine, gains, goods, arguments.GetValue(_months) ?? 0),
            Benchmarks = arguments.GetValue(_benchmarks) ?? [],
            Grade = arguments.GetValue(_grade),
            Ground = arguments.GetValue(_ground),
            Planned = arguments.GetValue(_planned),
            Amount = arguments.GetValue(_amount),
            Instalments = arguments.GetValue(_instalments) ?? [],
            Method = arguments.GetValue(_method),
            Channel = arguments.GetValue(_channel),
            Exclusion = arguments.GetValue(_exclusion),
            Remedy = arguments.GetValue(_remedy),
            Reference = arguments.GetValue(_reference),
            Marks = (arguments.GetValue(_marks) ?? []).Aggregate(CaseMarks.None, (all, mark) => all | mark),
        };
    }

    // "2026-08-03=180000".
    private static Instalment[] ReadInstalments(ArgumentResult result)
    {
        var parts = new List<Instalment>();
        foreach (var token in result.Tokens)
        {
            var cells = token.Value.Split('=');
            if (cells.Length == 2
                && DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
                && decimal.TryParse(cells[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                parts.Add(new Instalment(due, amount));
            }
            else
            {
                result.AddError($"--instalment {token.Value}: 2026-08-03=180000");
            }
        }

        return [.. parts];
    }
}
