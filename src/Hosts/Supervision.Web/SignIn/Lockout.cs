using System.Collections.Concurrent;

namespace Supervision.Web.SignIn;

/// <summary>Stops guessing: after some wrong passwords a name waits. Thread-safe; forgets with the process.</summary>
internal sealed class Lockout(TimeProvider time)
{
    private const int Tries = 5;
    private const int MostNames = 100_000;
    private static readonly TimeSpan s_wait = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Last)> _failures = new(StringComparer.OrdinalIgnoreCase);

    public bool IsLocked(string name) =>
        _failures.TryGetValue(name, out var failed) && failed.Count >= Tries && time.GetUtcNow() - failed.Last < s_wait;

    public void Failed(string name)
    {
        if (_failures.Count >= MostNames)
        {
            _failures.Clear(); // names made up by a program; the limit by address holds it back
        }

        var now = time.GetUtcNow();
        _failures.AddOrUpdate(name, (1, now), (_, before) => now - before.Last < s_wait ? (before.Count + 1, now) : (1, now));
    }

    public void Succeeded(string name) => _failures.TryRemove(name, out _);
}
