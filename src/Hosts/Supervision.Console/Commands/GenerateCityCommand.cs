using System.CommandLine;
using Supervision.Console.City;
using Supervision.Console.Shell;
using Supervision.Testing;

namespace Supervision.Console.Commands;

internal static class GenerateCityCommand
{
    public static Command Create(CommandFactory factory)
    {
        var folder = new Option<string>("--out") { HelpName = "FOLDER", Required = true };
        var seed = new Option<string>("--seed") { HelpName = "TEXT", DefaultValueFactory = _ => "supervision" };
        var subjects = new Option<int>("--subjects") { HelpName = "N", DefaultValueFactory = _ => 1_030_000 };
        var officers = new Option<int>("--officers") { HelpName = "N", DefaultValueFactory = _ => 5_166 };
        foreach (var number in (Option<int>[])[subjects, officers])
        {
            number.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<int>() is < 0 or > MadeUpCity.MaxSubjects)
                {
                    result.AddError($"{number.Name}: 0 … {MadeUpCity.MaxSubjects}");
                }
            });
        }

        return factory.Verb(
            "generate.city",
            (run, cancellationToken) => RunAsync(
                run,
                run.Arguments.GetRequiredValue(folder),
                run.Arguments.GetRequiredValue(seed),
                run.Arguments.GetRequiredValue(subjects),
                run.Arguments.GetRequiredValue(officers),
                cancellationToken),
            folder, seed, subjects, officers);
    }

    private static async Task<ExitCode> RunAsync(
        CommandRun run, string folder, string seed, int subjects, int officers, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await run.Talk.ProgressAsync("progress.city", report =>
        {
            CityFile.Write(Path.Combine(folder, "catalogue.json"), CityCatalogue.Write);
            CityFile.Write(Path.Combine(folder, "officers.csv"), file => OfficersFile.Write(file, seed, officers));
            CityFile.Write(
                Path.Combine(folder, "subjects.csv"), file => SubjectsFile.Write(file, seed, subjects, report, cancellationToken));
            return Task.FromResult(true);
        });
        run.Output.Show(
            json =>
            {
                json.WriteString("folder", folder);
                json.WriteString("seed", seed);
                json.WriteNumber("subjects", subjects);
                json.WriteNumber("officers", officers);
            },
            text => text.Line(run.Texts.Format("generate.city.done", folder, subjects, officers)));
        run.Talk.Say("generate.city.next", folder);
        return ExitCode.Ok;
    }
}
