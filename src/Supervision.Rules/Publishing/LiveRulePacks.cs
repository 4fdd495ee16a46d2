using Supervision.Rules.Packs;

namespace Supervision.Rules.Publishing;

/// <summary>
/// The packs that decide at this moment, for a host that runs on while authors work. A decision reads <see cref="Current"/> once and keeps
/// what it read, so no decision is made by two versions. Thread-safe.
/// </summary>
public sealed class LiveRulePacks
{
    private readonly Lock _swapping = new();
    private readonly Dictionary<string, RulePack> _byFile = new(StringComparer.Ordinal);
    private volatile RulePackRegistry _current;

    /// <summary>Begins with packs.</summary>
    public LiveRulePacks(RulePackRegistry packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        _current = packs;
        Remember(packs.Packs);
    }

    /// <summary>What decides now. Immutable.</summary>
    public RulePackRegistry Current => _current;

    /// <summary>Puts other packs in place, whole.</summary>
    public void Swap(RulePackRegistry packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        lock (_swapping)
        {
            _current = packs;
            Remember(packs.Packs);
        }
    }

    /// <summary>
    /// Takes the files of a folder as they are now. A file that does not load for publication leaves its earlier pack in force; when
    /// the files do not fit together, all that was in force stays. Nothing is thrown for what is in a file.
    /// </summary>
    /// <param name="files">Name and bytes of every file of the folder; a file that is gone takes its pack with it.</param>
    public RulePackReload Reload(IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        lock (_swapping)
        {
            var (next, errors) = (new Dictionary<string, RulePack>(StringComparer.Ordinal), new List<RulePackError>());
            foreach (var (name, bytes) in files)
            {
                try
                {
                    next[name] = RulePackLoader.LoadForPublication(name, bytes);
                }
                catch (RulePackException broken)
                {
                    errors.AddRange(broken.Errors);
                    if (_byFile.TryGetValue(name, out var earlier))
                    {
                        next[name] = earlier;
                    }
                }
            }

            var before = _current.Packs.Select(pack => pack.Reference).ToHashSet();
            try
            {
                _current = new RulePackRegistry(next.Values);
            }
            catch (RulePackException unfit)
            {
                return new RulePackReload([], [.. errors, .. unfit.Errors]);
            }

            Remember(next.Values);
            return new RulePackReload([.. _current.Packs.Where(pack => !before.Contains(pack.Reference))], errors);
        }
    }

    private void Remember(IEnumerable<RulePack> packs)
    {
        _byFile.Clear();
        foreach (var pack in packs)
        {
            _byFile[pack.File] = pack;
        }
    }
}
