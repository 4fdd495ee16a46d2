using System.Globalization;
using Supervision.Hosting.Walk;
using Supervision.Registry;

namespace Supervision.Web.Demo;

/// <summary>Tells nobody: the host wants what the walk leaves behind.</summary>
internal sealed class SilentWalk : IWalkTeller
{
    public void Head(string key, params object?[] arguments)
    {
    }

    public void Line(string key, params object?[] arguments)
    {
    }

    public void Say(Func<CultureInfo, string> text)
    {
    }

    /// <exception cref="InvalidOperationException">Always: no row of the program's own data is a reject.</exception>
    public void Reject(ImportReject reject) =>
        throw new InvalidOperationException($"SUP9999: {reject.Column} {reject.Value}: {reject.Reason.In(CultureInfo.InvariantCulture)}");

    public Task<T> WaitAsync<T>(string key, Func<Task<T>> workAsync) => workAsync();

    public Task<T> ProgressAsync<T>(string key, Func<Action<double>, Task<T>> workAsync) => workAsync(_ => { });
}
