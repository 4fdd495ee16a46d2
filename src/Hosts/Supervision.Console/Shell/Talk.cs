using System.Text.Json;
using Spectre.Console;
using Supervision.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Console.Shell;

/// <summary>What a command says to the person: always on stderr, never data.</summary>
internal sealed class Talk(TextWriter error, Texts texts, bool quiet, bool verbose, IAnsiConsole console, bool isTerminal)
{
    public Texts Texts { get; } = texts;

    /// <summary>Progress and success; --quiet silences it.</summary>
    public void Say(string key, params object?[] arguments)
    {
        if (!quiet)
        {
            error.WriteLine(Texts.Format(key, arguments));
        }
    }

    /// <summary>What the person must know even when --quiet was asked for.</summary>
    public void Warn(string key, params object?[] arguments) => error.WriteLine(Texts.Format(key, arguments));

    /// <summary>A refusal as one line, and the exit code for it.</summary>
    public ExitCode Refuse(Refusal refusal)
    {
        error.WriteLine(refusal.In(Texts.Culture).ReplaceLineEndings(" "));
        return CommandDesk.IsLackOfRight(refusal) ? ExitCode.NotAllowed : ExitCode.Failed;
    }

    /// <summary>A JSON file that cannot be read, with the place.</summary>
    public void Unreadable(string path, JsonException exception)
    {
        if (exception.LineNumber is { } line)
        {
            Warn("json.unreadable", path, line + 1, exception.Path);
        }
        else
        {
            Warn("inspect.unreadable", path, exception.Message);
        }
    }

    /// <summary>The errors of rule packs, one line each with its place, and the exit code for them.</summary>
    public ExitCode Report(IEnumerable<RulePackError> errors)
    {
        foreach (var problem in errors)
        {
            error.WriteLine(problem.In(Texts.Culture).ReplaceLineEndings(" "));
        }

        return ExitCode.Failed;
    }

    /// <summary>A fault that no command expected, as one line with its code; the details only when asked for.</summary>
    public ExitCode Fault(Exception exception)
    {
        // Messages of the library begin with their code; anything else is a fault that has none.
        var message = exception.Message.ReplaceLineEndings(" ");
        error.WriteLine(message.StartsWith("SUP", StringComparison.Ordinal)
            ? message
            : Texts.Format("fault", exception.GetType().Name, message));
        if (verbose)
        {
            error.WriteLine(exception);
        }

        return ExitCode.Failed;
    }

    /// <summary>
    /// Long work with a bar, on a terminal only. The body reports a fraction from 0 to 1.
    /// </summary>
    public async Task<T> ProgressAsync<T>(string key, Func<Action<double>, Task<T>> body)
    {
        if (quiet || !isTerminal)
        {
            return await body(_ => { });
        }

        return await console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(Texts[key]), maxValue: 1);
                return await body(fraction => task.Value = fraction);
            });
    }

    /// <summary>Long work that cannot say how far it is: a bar that moves, on a terminal only.</summary>
    public async Task<T> WaitAsync<T>(string key, Func<Task<T>> body)
    {
        if (quiet || !isTerminal)
        {
            return await body();
        }

        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                context.AddTask(Markup.Escape(Texts[key])).IsIndeterminate = true;
                return await Task.Run(body);
            });
    }
}
