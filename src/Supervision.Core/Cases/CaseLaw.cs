using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Cases;

/// <summary>What a case is judged by: the clock with its calendar, the numbers of the procedure, the benchmarks. Immutable.</summary>
/// <param name="Clock">Clock.</param>
/// <param name="Procedure">Periods, amounts and shares.</param>
/// <param name="Benchmarks">Benchmarks.</param>
public sealed record CaseLaw(LegalClock Clock, PenaltyProcedure Procedure, DiscretionBenchmarks Benchmarks)
{
    /// <summary>
    /// Whether the party has the right to a hearing, and whether its case is heavy enough for a collective decision: a kind of art. 63, or a
    /// fine or confiscation above the threshold for a citizen or an organisation.
    /// </summary>
    public bool IsHeavy(Sanction sanction, SubjectKind party, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(sanction);
        var threshold = Procedure.Number($"hearing.fine.{PartyKey(party)}", date).Value;
        return (sanction.Kinds & Procedure.Kinds("hearing", date)) != PenaltyKind.None
            || sanction.Fine >= threshold || sanction.Gains >= threshold || sanction.Goods >= threshold;
    }

    /// <summary>"citizen" or "organisation": self-employed households stand with the citizens, whose limits protect them better.</summary>
    internal static string PartyKey(SubjectKind party) =>
        party is SubjectKind.NaturalPerson or SubjectKind.SelfEmployed ? "citizen" : "organisation";
}
