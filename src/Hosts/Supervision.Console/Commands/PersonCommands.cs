using System.CommandLine;
using System.Globalization;
using Supervision.Audit;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Notices;
using Supervision.Registry;
using Supervision.Storage.Persons;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>
/// Personal data: taken up, looked at, found, erased, and their keys. Identity numbers come from standard input, never from the
/// command line, where other users of the machine and the shell's history would see them.
/// </summary>
internal static class PersonCommands
{
    public static Command[] All(CommandFactory factory) =>
        [Keys(factory), Add(factory), Show(factory), Find(factory), Views(factory), Credit(factory), Erase(factory), Reencrypt(factory)];

    private static Command Keys(CommandFactory factory)
    {
        var file = new Argument<string>("FILE");
        var rotate = new Option<bool>("--rotate");
        var rotateSearch = new Option<bool>("--rotate-search");
        var drop = new Option<bool>("--drop-old");
        return factory.Verb("person.keys", RunAsync, file, rotate, rotateSearch, drop);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(file);
            var ring = File.Exists(path)
                ? PersonKeyRing.Parse(await File.ReadAllTextAsync(path, cancellationToken)).OrThrow()
                : PersonKeyRing.New();
            var isNew = !File.Exists(path);
            ring = run.Arguments.GetValue(rotate) && !isNew ? ring.Rotate() : ring;
            if (run.Arguments.GetValue(rotateSearch) && !isNew)
            {
                if (ring.HasOlderSearchKey)
                {
                    return run.Talk.Refuse(Refusal.Of("SUP9120"));
                }

                ring = ring.RotateSearch();
            }

            ring = run.Arguments.GetValue(drop) ? ring.WithoutOldKeys() : ring;
            await SecretFile.WriteAsync(path, ring.ToJson() + "\n", cancellationToken);
            run.Output.Show(
                json =>
                {
                    json.WriteString("file", path);
                    json.WriteNumber("current", ring.CurrentKey);
                },
                output => output.Line(run.Texts.Format("person.keys.done", path, ring.CurrentKey, string.Join(", ", ring.Keys))));
            return ExitCode.Ok;
        }
    }

    private static Command Add(CommandFactory factory)
    {
        var id = new Argument<string>("PERSON");
        var subject = new Argument<string>("SUBJECT");
        var name = new Option<string>("--name") { HelpName = "NAME", Required = true };
        var phone = new Option<string>("--phone") { HelpName = "PHONE", DefaultValueFactory = _ => "" };
        var retain = new Option<DateOnly>("--retain-until") { HelpName = "DATE", Required = true };
        var head = new Option<bool>("--head");
        return factory.Verb("person.add", RunAsync, id, subject, name, phone, retain, head);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            if (!ResidentId.Parse(run.ReadLine()).TryGet(out var number, out var wrong))
            {
                return run.Talk.Refuse(wrong);
            }

            var person = new Person(
                run.Arguments.GetRequiredValue(id), run.Arguments.GetRequiredValue(subject), run.Actor.AgencyId, number,
                run.Arguments.GetRequiredValue(name), run.Arguments.GetRequiredValue(phone), run.Arguments.GetRequiredValue(retain))
            {
                IsHead = run.Arguments.GetValue(head),
            };
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<RecordPerson, Outcome<Person>>(use => use.RunAsync(person, run.Actor, cancellationToken));
            return outcome.TryGet(out var recorded, out var refusal) ? Say(run, "person.added", recorded.Id) : run.Talk.Refuse(refusal);
        }
    }

    private static Command Credit(CommandFactory factory)
    {
        var id = new Argument<string>("PERSON");
        var purpose = Purpose();
        var rules = RulesOption.Create();
        rules.Description = factory.Text("matter.option.rules");
        return factory.Verb("person.credit", RunAsync, id, purpose, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            var outcome = await services.RunAsync<ShowPersonalCredit, Outcome<PersonalCredit>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(id), run.Arguments.GetRequiredValue(purpose), run.Actor, cancellationToken));
            if (!outcome.TryGet(out var credit, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            run.Output.Show(
                json =>
                {
                    json.WriteString("person", credit.PersonId);
                    json.WriteString("score", credit.Score.ToString(CultureInfo.InvariantCulture));
                    json.WriteRows("subjects", credit.Subjects, subject =>
                    {
                        json.WriteString("subject", subject.SubjectId);
                        json.WriteNumber("steps", subject.Steps);
                        json.WriteBoolean("linked", subject.PersonLinked);
                    });
                    json.WriteString("explanation", credit.Explanation.In(run.Texts.Culture));
                },
                output => output.Line(credit.Explanation.In(run.Texts.Culture)));
            return ExitCode.Ok;
        }
    }

    private static Command Show(CommandFactory factory)
    {
        var id = new Argument<string>("PERSON");
        var purpose = Purpose();
        var full = new Option<bool>("--full");
        return factory.Verb("person.show", RunAsync, id, purpose, full);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<ViewPerson, Outcome<Person>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(id), run.Arguments.GetRequiredValue(purpose), run.Actor, cancellationToken));
            return outcome.TryGet(out var person, out var refusal)
                ? Print(run, [person], run.Arguments.GetValue(full))
                : run.Talk.Refuse(refusal);
        }
    }

    private static Command Find(CommandFactory factory)
    {
        var purpose = Purpose();
        return factory.Verb("person.find", RunAsync, purpose);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            if (!ResidentId.Parse(run.ReadLine()).TryGet(out var number, out var wrong))
            {
                return run.Talk.Refuse(wrong);
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<ViewPerson, Outcome<Person[]>>(use => use.FindAsync(
                number, run.Arguments.GetRequiredValue(purpose), run.Actor, cancellationToken));
            return outcome.TryGet(out var found, out var refusal) ? Print(run, found, full: false) : run.Talk.Refuse(refusal);
        }
    }

    private static Command Views(CommandFactory factory)
    {
        var id = new Argument<string>("PERSON");
        return factory.Verb("person.views", RunAsync, id);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var views = await services.RunAsync<ViewPerson, IReadOnlyList<JournalEntry>>(
                use => use.ListViewsAsync(run.Arguments.GetRequiredValue(id), cancellationToken));
            run.Output.Show(
                json =>
                {
                    json.WriteStartArray("views");
                    foreach (var view in views)
                    {
                        json.WriteStartObject();
                        json.WriteString("by", $"{view.Record.Actor.Id}@{view.Record.Actor.AgencyId}");
                        json.WriteString("at", view.Record.At);
                        json.WriteString("why", view.Record.Payload);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                },
                output =>
                {
                    var clock = services.Get<AuthorityClock>();
                    foreach (var view in views)
                    {
                        output.Line(run.Texts.Format(
                            "person.view", $"{view.Record.Actor.Id}@{view.Record.Actor.AgencyId}", clock.Local(view.Record.At), view.Record.Payload));
                    }
                });
            return ExitCode.Ok;
        }
    }

    private static Command Erase(CommandFactory factory)
    {
        var id = new Argument<string?>("PERSON") { Arity = ArgumentArity.ZeroOrOne };
        var reason = new Option<string>("--reason") { HelpName = "TEXT", DefaultValueFactory = _ => "" };
        return factory.Verb("person.erase", RunAsync, id, reason);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            if (run.Arguments.GetValue(id) is not { } one)
            {
                var gone = await services.RunAsync<ErasePersons, IReadOnlyList<string>>(use => use.RunExpiredAsync(run.Actor, cancellationToken));
                return Say(run, "person.expired", gone.Count);
            }

            var outcome = await services.RunAsync<ErasePersons, Outcome<string>>(
                use => use.RunAsync(one, run.Arguments.GetRequiredValue(reason), run.Actor, cancellationToken));
            return outcome.TryGet(out var erased, out var refusal) ? Say(run, "person.erased", erased) : run.Talk.Refuse(refusal);
        }
    }

    private static Command Reencrypt(CommandFactory factory)
    {
        return factory.Verb("person.reencrypt", RunAsync);

        static async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            return Say(run, "person.reencrypted", await services.RunAsync<ReencryptPersons, int>(use => use.RunAsync(run.Actor, cancellationToken)));
        }
    }

    private static Option<string> Purpose() => new("--purpose") { HelpName = "TEXT", Required = true };

    private static ExitCode Print(CommandRun run, IReadOnlyList<Person> persons, bool full)
    {
        run.Output.Show(
            json =>
            {
                json.WriteStartArray("persons");
                foreach (var person in persons)
                {
                    json.WriteStartObject();
                    json.WriteString("id", person.Id);
                    json.WriteString("subject", person.SubjectId);
                    json.WriteString("idNumber", full ? person.IdNumber.Value : person.IdNumber.Masked);
                    json.WriteString("name", person.Name);
                    json.WriteString("phone", person.Phone);
                    json.WriteString("retainUntil", person.RetainUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
            output =>
            {
                foreach (var person in persons)
                {
                    output.Line(run.Texts.Format(
                        "person.line", person.Id, person.SubjectId, person.Name, full ? person.IdNumber.Value : person.IdNumber.Masked,
                        person.Phone, person.RetainUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
                }
            });
        return persons.Count == 0 ? ExitCode.ProblemsFound : ExitCode.Ok;
    }

    private static ExitCode Say(CommandRun run, string key, object value)
    {
        run.Output.Show(
            json => json.WriteString("done", value.ToString()),
            output => output.Line(run.Texts.Format(key, value)));
        return ExitCode.Ok;
    }
}
