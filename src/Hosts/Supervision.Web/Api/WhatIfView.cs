using Supervision.Credit;
using Supervision.Risk;
using Supervision.Rules.WhatIf;

namespace Supervision.Web.Api;

/// <summary>What a pack would change for the subjects of the database.</summary>
/// <param name="AsOf">The day on which they were judged.</param>
/// <param name="Subjects">Subjects that were judged.</param>
/// <param name="PointsDifference">Sum of the points that it would change.</param>
/// <param name="VisitsBefore">Expected visits a year now.</param>
/// <param name="VisitsAfter">Expected visits a year with it.</param>
/// <param name="Grades">Subjects by grade before and after, where there are any.</param>
/// <param name="Classes">Subjects by risk class before and after, where there are any.</param>
/// <param name="Changes">The subjects that change, the first ones.</param>
internal sealed record WhatIfView(
    DateOnly AsOf, int Subjects, decimal PointsDifference, decimal VisitsBefore, decimal VisitsAfter, IReadOnlyList<WhatIfView.Step> Grades, IReadOnlyList<WhatIfView.Step> Classes,
    IReadOnlyList<SubjectChange> Changes)
{
    public static WhatIfView Of(PolicyComparison compared, DateOnly asOf, int mostChanges) => new(
        asOf, compared.Subjects, compared.PointsDifference, compared.VisitsBefore, compared.VisitsAfter,
        Steps<CompositeCreditGrade>(compared.Count), Steps<CreditRiskClass>(compared.Count), [.. compared.Changes.Take(mostChanges)]);

    private static IReadOnlyList<Step> Steps<T>(Func<T, T, int> count)
        where T : struct, Enum =>
    [
        .. from before in Enum.GetValues<T>()
           from after in Enum.GetValues<T>()
           let subjects = count(before, after)
           where subjects > 0
           select new Step(before.ToString(), after.ToString(), subjects),
    ];

    /// <summary>How many go from one to the other.</summary>
    /// <param name="Before">Now.</param>
    /// <param name="After">With the pack.</param>
    /// <param name="Subjects">Subjects.</param>
    internal sealed record Step(string Before, string After, int Subjects);
}
