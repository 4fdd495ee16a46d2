using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>What must hold between the ledgers of a pack.</summary>
internal sealed class LedgerChecks(PackReader reader, IReadOnlyList<LedgerDefinition> ledgers)
{
    public void Run(
        IReadOnlyList<KeyValuePair<PackScalar, PackNode>> entries, List<(PackNode At, RuleExpression Points, string Ledger)> posted)
    {
        if (reader.Errors.Any)
        {
            return;
        }

        foreach (var (at, points, ledger) in posted)
        {
            if (Find(ledger)?.Full is not null && points.Numbers?.Any(number => number < 0) == true)
            {
                reader.Errors.Add(at, "SUP5023", ledger);
            }
        }

        for (var at = 0; at < ledgers.Count; at++)
        {
            if (Circle(ledgers[at]) is { } circle)
            {
                reader.Errors.Add(entries[at].Key, "SUP5028", circle);
            }
            else if (ledgers[at].Full is { Mode: FullMode.Level, Effect: { } effect } && Find(effect.On)!.Full is not null)
            {
                reader.Errors.Add(entries[at].Key, "SUP5029", effect.On);
            }

            Signs(entries[at].Value, ledgers[at]);
        }
    }

    /// <summary>
    /// Where the order inside a day can change a result, the pack must say that the sequence number decides; elsewhere it must not.
    /// </summary>
    public static void Ties(PackReader reader, PackNode at, LedgerDefinition ledger, PackNode? ties)
    {
        string?[] reasons =
        [
            ledger.Full is { Drops: true } ? "remainder: drop" : null,
            ledger.Clamp is { AtPost: true } ? "clamp at: post" : null,
            ledger.Full?.Rungs is not null ? "rungs" : null,
            ledger.Posts.Any(line => line.Gathers.Values.Any(gather => gather.Source is not GatherSource.Items)) ? "gather" : null,
        ];
        var reason = Array.Find(reasons, one => one is not null);
        if (ties is not null)
        {
            reader.Word(ties, "sequence");
        }
        else if (reason is not null)
        {
            reader.Errors.Add(at, "SUP5208", ledger.Name, reason);
        }
    }

    // With both signs in one ledger a repair must say which entries it gives back.
    private void Signs(PackNode at, LedgerDefinition ledger)
    {
        var numbers = ledger.Posts.SelectMany(line => line.Points.Numbers ?? []).ToList();
        if (ledger.Repair is { Of: null, Names: null } && numbers.Exists(number => number > 0) && numbers.Exists(number => number < 0))
        {
            reader.Errors.Add(at, "SUP5205", ledger.Name);
        }
    }

    private LedgerDefinition? Find(string name) =>
        ledgers.FirstOrDefault(ledger => string.Equals(ledger.Name, name, StringComparison.Ordinal));

    /// <summary>The ledgers whose numbers a ledger depends on: those that step into it and those that its expressions read.</summary>
    private IEnumerable<string> Feeds(LedgerDefinition ledger) =>
        (ledger.Full?.Effect is { } effect ? [effect.On] : Array.Empty<string>())
        .Concat(ledgers.Where(other => !ReferenceEquals(other, ledger) && other.Posts.Any(line => Reads(line, ledger.Name))).Select(other => other.Name));

    // A line may look at the entries of its own ledger, as "entries": they are those before it.
    private static bool Reads(PostLine line, string ledger) =>
        new[] { line.If, line.Unless, line.Points, line.Key }.OfType<RuleExpression>()
            .Concat(line.Gathers.Values.SelectMany(gather => new[] { gather.Where, gather.Value }).OfType<RuleExpression>())
            .Any(expression => expression.Names.Any(name => name.StartsWith($"{ledger}.", StringComparison.Ordinal)))
        || line.Gathers.Values.Any(gather => gather.IsForeign && gather.Of == ledger);

    private string? Circle(LedgerDefinition start) => Circle(start, start.Name, [start.Name], start);

    private string? Circle(LedgerDefinition at, string path, List<string> seen, LedgerDefinition start)
    {
        foreach (var next in Feeds(at).Distinct(StringComparer.Ordinal))
        {
            if (next == start.Name)
            {
                return $"{path} -> {next}";
            }

            if (!seen.Contains(next, StringComparer.Ordinal) && Find(next) is { } ledger)
            {
                seen.Add(next);
                if (Circle(ledger, $"{path} -> {next}", seen, start) is { } circle)
                {
                    return circle;
                }
            }
        }

        return null;
    }
}
