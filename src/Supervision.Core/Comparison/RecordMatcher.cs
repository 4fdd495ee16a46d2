namespace Supervision.Comparison;

/// <summary>
/// Finds the best match of a record in a list without comparing it with all of them: only records that share a code, a licence, a phone, an
/// address, a name or one of the rarest pairs of the name are looked at. Built once, then only read; thread-safe. The order of the list
/// does not matter.
/// </summary>
internal sealed class RecordMatcher
{
    // A typing mistake spoils two pairs of a name; a third one still leads to it.
    private const int RarePairs = 3;

    private readonly ComparisonPolicy _policy;
    private readonly ComparedRecord[] _records;
    private readonly NormalForm[] _forms;
    private readonly Dictionary<string, List<int>> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byLicence = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byValue = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _byPair = [];
    private readonly Dictionary<int, int> _pairCounts = [];

    public RecordMatcher(IEnumerable<ComparedRecord> records, ComparisonPolicy policy)
    {
        _policy = policy;
        _records = [.. records.OrderBy(record => record.Id, StringComparer.Ordinal)];
        _forms = [.. _records.Select(record => NormalForm.Of(record, policy))];
        foreach (var pair in _forms.SelectMany(form => form.NamePairs.Distinct()))
        {
            _pairCounts[pair] = _pairCounts.GetValueOrDefault(pair) + 1;
        }

        for (var i = 0; i < _forms.Length; i++)
        {
            Index(i, _forms[i]);
        }
    }

    public ComparedRecord Record(int index) => _records[index];

    /// <summary>The best match and its place; null when nothing is at least possible.</summary>
    public (int Index, RecordMatch Match)? Find(NormalForm form)
    {
        if (Best(form, _byCode, form.Code, MatchBasis.Code) is { } byCode)
        {
            return byCode;
        }

        if (Best(form, _byLicence, form.Licence, MatchBasis.Licence) is { } byLicence)
        {
            return byLicence;
        }

        // The records are in the order of their ids: of two that are alike the first one counts, whichever is looked at first.
        var (best, most) = (-1, _policy.Possible);
        foreach (var candidates in Candidates(form))
        {
            foreach (var candidate in candidates)
            {
                var other = _forms[candidate];
                var samePhone = SamePhone(form, other);
                var name = Likeness.Of(form.NamePairs, other.NamePairs);
                if (Weigh(name, Likeness.Whole, samePhone) < most)
                {
                    // Not even the same address would make it the best.
                    continue;
                }

                var confidence = Weigh(name, Likeness.Of(form.AddressPairs, other.AddressPairs), samePhone);
                if (confidence > most || (confidence == most && (best < 0 || candidate < best)))
                {
                    (best, most) = (candidate, confidence);
                }
            }
        }

        return best < 0 ? null : (best, Compare(form, best, MatchBasis.Likeness));
    }

    private (int, RecordMatch)? Best(NormalForm form, Dictionary<string, List<int>> index, string key, MatchBasis basis)
    {
        if (key.Length == 0 || !index.TryGetValue(key, out var found))
        {
            return null;
        }

        // Several records of one code are its branches: the one that is most alike.
        (int Index, RecordMatch Match)? best = null;
        foreach (var at in found)
        {
            var match = Compare(form, at, basis);
            if (best is null || Weigh(match) > Weigh(best.Value.Match))
            {
                best = (at, match);
            }
        }

        return best;
    }

    private RecordMatch Compare(NormalForm form, int at, MatchBasis basis)
    {
        var other = _forms[at];
        var match = new RecordMatch(
            _records[at].Id, basis, Likeness.Whole, Likeness.Of(form.NamePairs, other.NamePairs), Likeness.Of(form.AddressPairs, other.AddressPairs),
            SamePhone(form, other));
        return basis == MatchBasis.Likeness ? match with { Confidence = Weigh(match) } : match;
    }

    private int Weigh(RecordMatch match) => Weigh(match.Name, match.Address, match.SamePhone);

    private int Weigh(int name, int address, bool samePhone) =>
        ((name * _policy.NameWeight) + (address * _policy.AddressWeight)) / Likeness.Whole + (samePhone ? _policy.PhoneWeight : 0);

    private static bool SamePhone(NormalForm form, NormalForm other) => form.Phone.Length > 0 && form.Phone == other.Phone;

    // A record may be in several of these lists: it is looked at again, which costs less than to remember who was.
    private IEnumerable<List<int>> Candidates(NormalForm form)
    {
        foreach (var key in Values(form))
        {
            if (_byValue.TryGetValue(key, out var found) && found.Count <= _policy.Crowd)
            {
                yield return found;
            }
        }

        foreach (var pair in Rarest(form))
        {
            if (_byPair.TryGetValue(pair, out var found) && found.Count <= _policy.Crowd)
            {
                yield return found;
            }
        }
    }

    private void Index(int at, NormalForm form)
    {
        Add(_byCode, form.Code, at);
        Add(_byLicence, form.Licence, at);
        foreach (var key in Values(form))
        {
            Add(_byValue, key, at);
        }

        foreach (var pair in form.NamePairs.Distinct())
        {
            // One more than the crowd is enough to know that it is one.
            if (_pairCounts[pair] <= _policy.Crowd)
            {
                Add(_byPair, pair, at);
            }
        }
    }

    // Of the pairs that the list knows at all: one that it does not know leads nowhere.
    private IEnumerable<int> Rarest(NormalForm form) => form.NamePairs.Distinct()
        .Where(_pairCounts.ContainsKey).OrderBy(pair => _pairCounts[pair]).ThenBy(pair => pair).Take(RarePairs);

    private static IEnumerable<string> Values(NormalForm form)
    {
        if (form.Name.Length > 0)
        {
            yield return "n" + form.Name;
        }

        if (form.Address.Length > 0)
        {
            yield return "a" + form.Address;
        }

        if (form.Phone.Length > 0)
        {
            yield return "p" + form.Phone;
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> index, TKey key, int at)
        where TKey : notnull
    {
        if (key is "")
        {
            return;
        }

        if (!index.TryGetValue(key, out var found))
        {
            index.Add(key, found = []);
        }

        found.Add(at);
    }
}
