using System.Text;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// Reads the <c>key: value</c> lines of an announcement strictly: UTF-8, LF, each key exactly once, numbered keys from
/// 1 without gaps. Every other line is prose. The first thing that is wrong is kept as <see cref="Refusal"/>.
/// </summary>
internal sealed class NoticeReader
{
    /// <summary>First line of the announcements made here; prose for a verifier.</summary>
    public const string Title = "SRD-1";

    private readonly HashSet<string> _keys;
    private readonly string[] _numbered;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _prose = [];

    /// <param name="bytes">The announcement.</param>
    /// <param name="keys">Keys that stand alone, those that must not appear included.</param>
    /// <param name="numbered">Keys that are followed by -1, -2, ….</param>
    public NoticeReader(ReadOnlySpan<byte> bytes, string[] keys, string[] numbered)
    {
        (_keys, _numbered) = (new HashSet<string>(keys, StringComparer.Ordinal), numbered);
        string text;
        try
        {
            text = Texts.Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            Refuse("SUP4021");
            return;
        }

        if (text.StartsWith('\uFEFF') || text.Contains('\r', StringComparison.Ordinal))
        {
            Refuse("SUP4021");
            return;
        }

        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            ReadLine(line);
        }
    }

    /// <summary>What was wrong first, or null.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The lines without a key, in order, without the title.</summary>
    public IReadOnlyList<string> Prose => _prose is [Title, .. var rest] ? rest : _prose;

    public string Text(string key)
    {
        if (_values.TryGetValue(key, out var value))
        {
            return value;
        }

        Refuse("SUP4022", key);
        return "";
    }

    /// <summary>A value that must be this one.</summary>
    public void Exactly(string key, string wanted)
    {
        if (!string.Equals(Text(key), wanted, StringComparison.Ordinal))
        {
            Refuse("SUP4024", key, Text(key), wanted);
        }
    }

    /// <summary>A key that has no place in this kind of announcement.</summary>
    public void Never(string key)
    {
        if (_values.ContainsKey(key))
        {
            Refuse("SUP4026", key);
        }
    }

    /// <summary>As <see cref="Never"/>, for prefix-1, prefix-2, ….</summary>
    public void NeverNumbered(string prefix)
    {
        if (_values.Keys.FirstOrDefault(key => IsNumbered(key, prefix)) is { } key)
        {
            Refuse("SUP4026", key);
        }
    }

    /// <summary>Whether a key that may be left out is there.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    public int Number(string key, int min, int max)
    {
        if (!Texts.TryNumber(Text(key), min, max, out var number))
        {
            Refuse("SUP4024", key, Text(key), $"{Invariant.Text(min)}..{Invariant.Text(max)}");
        }

        return (int)number;
    }

    public Digest Hex(string key) => Hex(key, Text(key));

    public HashKind HashKind(string key)
    {
        if (!HashNames.TryParse(Text(key), out var kind))
        {
            Refuse("SUP4024", key, Text(key), "sha-256, sm3");
        }

        return kind;
    }

    public DrawNumber Draw()
    {
        if (!DrawNumber.TryParse(Text("draw"), out var draw))
        {
            Refuse("SUP4024", "draw", Text("draw"), "authority/programme/number");
        }

        return draw ?? new DrawNumber("", "", 0);
    }

    public IReadOnlyList<BeaconRound> Beacons() => [.. Numbered("beacon").Select(value =>
    {
        if (!BeaconRound.TryParse(value, out var beacon))
        {
            Refuse("SUP4024", "beacon", value, "source chain round");
        }

        return beacon ?? new BeaconRound("", "", 0);
    })];

    public IReadOnlyList<Digest> Commitments()
    {
        Digest[] commitments = [.. Numbered("commit").Select(value => Hex("commit", value))];
        if (commitments.Distinct().Count() < commitments.Length)
        {
            Refuse("SUP4027");
        }

        return commitments;
    }

    /// <summary>The value of a line that may be left out, or null.</summary>
    public string? OptionalText(string key) => Has(key) ? Text(key) : null;

    /// <summary>Whether leaves are salted.</summary>
    public bool IsSalted()
    {
        var salted = string.Equals(Text("leaf"), "salted", StringComparison.Ordinal);
        if (!salted)
        {
            Exactly("leaf", "plain");
        }

        return salted;
    }

    /// <summary>The number of the sealed secret, or null for an open draw.</summary>
    public int? SealedSecret(int secrets)
    {
        var value = Text("seal");
        if (!value.StartsWith("sealed ", StringComparison.Ordinal))
        {
            Exactly("seal", "open");
            return null;
        }

        if (!Texts.TryNumber(value.AsSpan("sealed ".Length), 1, secrets, out var number))
        {
            Refuse("SUP4024", "seal", value, $"open, sealed 1..{Invariant.Text(secrets)}");
        }

        return (int)number;
    }

    /// <summary>The lines party-1, party-2, …: none, or one for each secret.</summary>
    public IReadOnlyList<string> Parties(int secrets) => NoneOrOneEach("party", secrets);

    /// <summary>The lines deposit-1, deposit-2, …: none, or one for each secret: a hash, one blank, who keeps it.</summary>
    public IReadOnlyList<SecretDeposit> Deposits(int secrets) =>
    [
        .. NoneOrOneEach("deposit", secrets).Select(value =>
        {
            var end = value.IndexOf(' ', StringComparison.Ordinal);
            if (end < 0)
            {
                Refuse("SUP4024", "deposit", value, "64 × 0-9a-f, holder");
            }

            return new SecretDeposit(Hex("deposit", end < 0 ? value : value[..end]), value[(end + 1)..]);
        }),
    ];

    /// <summary>The lines rate-1, rate-2, …: a ratio in ppm, one blank, a cell or the part before its first bar.</summary>
    public DrawRates Rates()
    {
        var rates = new List<DrawRate>();
        foreach (var value in Numbered("rate", int.MaxValue))
        {
            var end = value.IndexOf(' ', StringComparison.Ordinal);
            if (end > 0 && Texts.TryNumber(value.AsSpan(0, end), 0, DrawRate.Whole, out var ppm))
            {
                rates.Add(new DrawRate((int)ppm, value[(end + 1)..]));
            }
            else
            {
                Refuse("SUP4024", "rate", value, "0..1000000 cell");
            }
        }

        if (DrawRates.Check(rates) is { } refusal)
        {
            Refuse(refusal);
        }

        return new DrawRates(Refusal is null ? rates : []);
    }

    /// <summary>The lines cursor-1, cursor-2, …, if any: position, blank, laps, blank, cell.</summary>
    public IReadOnlyList<CellCursor> Cursors()
    {
        var cursors = new List<CellCursor>();
        if (!_values.Keys.Any(key => IsNumbered(key, "cursor")))
        {
            return cursors;
        }

        foreach (var value in Numbered("cursor", int.MaxValue))
        {
            var parts = value.Split(' ', 3);
            if (parts.Length < 3 || !Texts.IsLabel(parts[2]) || !Texts.TryNumber(parts[1], 0, int.MaxValue, out var laps)
                || !Texts.TryUnsigned(parts[0], out var position))
            {
                Refuse("SUP4024", "cursor", value, "0..18446744073709551615 laps cell");
            }
            else if (cursors.Exists(cursor => string.Equals(cursor.Cell, parts[2], StringComparison.Ordinal)))
            {
                Refuse("SUP4017", parts[2]);
            }
            else
            {
                cursors.Add(new CellCursor(parts[2], position, (int)laps));
            }
        }

        return cursors;
    }

    /// <summary>The values of prefix-1, prefix-2, …: at least one, at most 255 (rates: any number).</summary>
    public IReadOnlyList<string> Numbered(string prefix, int max = 255)
    {
        var count = _values.Keys.Count(key => IsNumbered(key, prefix));
        if (count > max)
        {
            Refuse("SUP4025", prefix, Invariant.Text(max));
        }

        return [.. Enumerable.Range(1, Math.Max(1, count)).Select(i => Text($"{prefix}-{Invariant.Text(i)}"))];
    }

    public void Refuse(string code, params string[] arguments) => Refusal ??= Refusal.Of(code, arguments);

    public void Refuse(Refusal refusal) => Refusal ??= refusal;

    private void ReadLine(string line)
    {
        var end = line.IndexOf(':', StringComparison.Ordinal);
        var key = end < 0 ? "" : line[..end];
        if (!_keys.Contains(key) && !Array.Exists(_numbered, prefix => IsNumbered(key, prefix)))
        {
            _prose.Add(line);
            return;
        }

        var value = line[(end + 1)..];
        if (value.Length < 2 || value[0] != ' ' || !string.Equals(value[1..].Trim(), value[1..], StringComparison.Ordinal))
        {
            Refuse("SUP4024", key, value, $"{key}: value");
        }
        else if (!_values.TryAdd(key, value[1..]))
        {
            Refuse("SUP4023", key);
        }
    }

    private IReadOnlyList<string> NoneOrOneEach(string prefix, int secrets)
    {
        if (!_values.Keys.Any(key => IsNumbered(key, prefix)))
        {
            return [];
        }

        var values = Numbered(prefix);
        if (values.Count != secrets)
        {
            Refuse("SUP4201", prefix, Invariant.Text(values.Count), Invariant.Text(secrets));
        }

        return values;
    }

    private Digest Hex(string key, string value)
    {
        if (!Digest.TryParse(value, out var digest) || value.AsSpan().ContainsAnyInRange('A', 'F'))
        {
            Refuse("SUP4024", key, value, "64 × 0-9a-f");
        }

        return digest;
    }

    private static bool IsNumbered(string key, string prefix) =>
        key.Length > prefix.Length + 1
        && key.StartsWith(prefix, StringComparison.Ordinal)
        && key[prefix.Length] == '-'
        && !key.AsSpan(prefix.Length + 1).ContainsAnyExceptInRange('0', '9');
}
