using System.Text;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>Writes the lines of an announcement. It checks nothing: what it wrote is read back strictly.</summary>
internal sealed class NoticeWriter
{
    private readonly StringBuilder _text = new(NoticeReader.Title + "\n");

    public NoticeWriter Line(string key, string value)
    {
        _text.Append(key).Append(": ").Append(value).Append('\n');
        return this;
    }

    public NoticeWriter Line(string key, long value) => Line(key, Invariant.Text(value));

    public NoticeWriter Line(string key, Digest value) => Line(key, value.ToString());

    /// <summary>A line that may be left out.</summary>
    public NoticeWriter Optional(string key, string? value) => value is null ? this : Line(key, value);

    public NoticeWriter Numbered(string prefix, IEnumerable<string> values)
    {
        foreach (var (index, value) in values.Index())
        {
            Line($"{prefix}-{Invariant.Text(index + 1)}", value);
        }

        return this;
    }

    public NoticeWriter Rates(DrawRates rates) =>
        Numbered("rate", rates.All.Select(rate => $"{Invariant.Text(rate.Ppm)} {rate.Target}"));

    public NoticeWriter Method(DrawMethod method)
    {
        method.WriteLines(this);
        return this;
    }

    public NoticeWriter Head(NoticeTerms terms) =>
        Line("draw", terms.Draw.ToString())
            .Line("prev", terms.Previous)
            .Line("hash", HashNames.InAnnouncement(terms.HashKind))
            .Line("leaf", terms.IsSalted ? "salted" : "plain");

    public byte[] Tail(NoticeTerms terms)
    {
        Numbered("beacon", terms.Beacons.Select(beacon => beacon.ToString()));
        Numbered("commit", terms.Commitments.Select(commitment => commitment.ToString()));
        Numbered("party", terms.Parties);
        Numbered("deposit", terms.Deposits.Select(deposit => $"{deposit.CiphertextHash} {deposit.Holder}"));
        Line("secret-rule", terms.SecretRule);
        Line("seal", terms.SealedSecret is { } j ? $"sealed {Invariant.Text(j)}" : "open");
        foreach (var line in terms.Prose)
        {
            _text.Append(line).Append('\n');
        }

        return Encoding.UTF8.GetBytes(_text.ToString());
    }
}
