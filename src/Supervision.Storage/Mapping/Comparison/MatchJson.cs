using Supervision.Comparison;

namespace Supervision.Storage.Mapping.Comparison;

internal sealed record MatchJson(string Id, int Basis, int Confidence, int Name, int Address, bool SamePhone)
{
    public RecordMatch ToMatch() => new(Id, (MatchBasis)Basis, Confidence, Name, Address, SamePhone);
}
