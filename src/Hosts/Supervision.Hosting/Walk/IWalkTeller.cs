using System.Globalization;
using Supervision.Registry;

namespace Supervision.Hosting.Walk;

/// <summary>Hears the story while it happens, by the keys of its texts: a command tells it, a host that only wants the data keeps silent.</summary>
internal interface IWalkTeller
{
    /// <summary>A chapter begins.</summary>
    void Head(string key, params object?[] arguments);

    /// <summary>One line of the story.</summary>
    void Line(string key, params object?[] arguments);

    /// <summary>What a decision says of itself.</summary>
    void Say(Func<CultureInfo, string> text);

    /// <summary>A row that was not taken.</summary>
    void Reject(ImportReject reject);

    /// <summary>Work that cannot say how far it is.</summary>
    Task<T> WaitAsync<T>(string key, Func<Task<T>> workAsync);

    /// <summary>Work that says how far it is, from 0 to 1.</summary>
    Task<T> ProgressAsync<T>(string key, Func<Action<double>, Task<T>> workAsync);
}
