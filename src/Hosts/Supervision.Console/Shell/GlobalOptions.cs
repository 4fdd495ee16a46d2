using System.CommandLine;
using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Console.Shell;

/// <summary>Options that every command has.</summary>
internal sealed class GlobalOptions
{
    public GlobalOptions(Texts texts)
    {
        Json = Switch("--json", texts);
        Quiet = Switch("--quiet", texts);
        NoColour = Switch("--no-color", texts);
        Verbose = Switch("--verbose", texts);
        Database = new Option<string>("--db")
        {
            Description = texts["option.db"], HelpName = "FILE", Recursive = true,
            DefaultValueFactory = _ => "supervision.db",
        };
        Actor = new Option<string>("--actor")
        {
            Description = texts["option.actor"], HelpName = "ID@AGENCY", Recursive = true,
            DefaultValueFactory = _ => ActorRoles.Operator,
        };
        Actor.Validators.Add(result =>
        {
            var parts = (result.GetValueOrDefault<string>() ?? "").Split('@');
            if (parts.Length != 2 || !parts.All(Identifier.IsValid))
            {
                result.AddError(texts["option.actor.wrong"]);
            }
        });
        BreakGlass = new Option<string?>("--break-glass")
        {
            Description = texts["option.break-glass"], HelpName = "REASON", Recursive = true,
        };
        Language = new Option<string>("--lang")
        {
            Description = texts["option.lang"], HelpName = "zh-CN|en", Recursive = true,
            DefaultValueFactory = _ => texts.Culture.Name,
        };
        Language.AcceptOnlyFromAmong(Languages.Chinese, Languages.English);
    }

    public Option<bool> Json { get; }

    public Option<bool> Quiet { get; }

    public Option<bool> NoColour { get; }

    public Option<bool> Verbose { get; }

    public Option<string> Database { get; }

    public Option<string> Actor { get; }

    public Option<string?> BreakGlass { get; }

    public Option<string> Language { get; }

    public IEnumerable<Option> All => [Json, Database, Actor, BreakGlass, Quiet, NoColour, Language, Verbose];

    public static Actor ActorOf(string text)
    {
        var parts = text.Split('@');
        return new Actor(parts[0], parts[1]);
    }

    private static Option<bool> Switch(string name, Texts texts) =>
        new(name) { Description = texts["option." + name[2..]], Recursive = true };
}
