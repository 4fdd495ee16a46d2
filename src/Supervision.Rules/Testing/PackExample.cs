using Supervision.Risk;
using Supervision.Rules.Decisions;
using Supervision.Rules.Facts;

namespace Supervision.Rules.Testing;

/// <summary>One worked example of a pack.</summary>
/// <param name="Name">Its name, unique in the pack.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Column">Where it stands.</param>
/// <param name="AsOf">The civil date it speaks for.</param>
/// <param name="Known">The civil date up to which events count as recorded.</param>
/// <param name="History">Events, attributes and issued results.</param>
/// <param name="Used">What other policies say, by the names of the pack.</param>
/// <param name="Input">Facts, for a risk pack.</param>
/// <param name="Expect">What must come out: reading, decision or parameter by name, as text.</param>
internal sealed record PackExample(
    string Name,
    int Line,
    int Column,
    DateOnly AsOf,
    DateOnly Known,
    SubjectHistory History,
    IReadOnlyDictionary<string, UsedResult> Used,
    RiskInput? Input,
    IReadOnlyList<KeyValuePair<string, string>> Expect);
