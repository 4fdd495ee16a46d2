using System.Globalization;
using Supervision.Console.Shell;
using Supervision.Registry;

namespace Supervision.Console.Commands;

/// <summary>Tells the walk on the screen; with --json its result alone is told.</summary>
internal sealed class WalkVoice(CommandRun run) : IWalkTeller
{
    public void Head(string key, params object?[] arguments)
    {
        Print("");
        Print($"── {run.Texts.Format(key, arguments)}");
    }

    public void Line(string key, params object?[] arguments) => Print(run.Texts.Format(key, arguments));

    public void Say(Func<CultureInfo, string> text) => Print(text(run.Texts.Culture));

    public void Reject(ImportReject reject) => run.Talk.Warn("walk.reject", reject.Row, reject.Column, reject.Value, reject.Reason.In(run.Texts.Culture));

    public Task<T> WaitAsync<T>(string key, Func<Task<T>> workAsync) => run.Talk.WaitAsync(key, workAsync);

    public Task<T> ProgressAsync<T>(string key, Func<Action<double>, Task<T>> workAsync) => run.Talk.ProgressAsync(key, workAsync);

    private void Print(string text)
    {
        if (!run.Output.IsJson)
        {
            run.Output.Line(text);
        }
    }
}
