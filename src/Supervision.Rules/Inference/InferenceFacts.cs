namespace Supervision.Rules.Inference;

/// <summary>What a rule sees: the facts given and those concluded so far. A view of one run; do not keep it.</summary>
public sealed class InferenceFacts
{
    private readonly IReadOnlyCollection<object> _all;

    internal InferenceFacts(string subjectId, DateOnly asOf, IReadOnlyCollection<object> all) =>
        (SubjectId, AsOf, _all) = (subjectId, asOf, all);

    /// <summary>Whom the facts are about.</summary>
    public string SubjectId { get; }

    /// <summary>The day on which they are looked at.</summary>
    public DateOnly AsOf { get; }

    /// <summary>All facts of a type, each once, in no order that means something.</summary>
    public IEnumerable<T> Of<T>() => _all.OfType<T>();
}
