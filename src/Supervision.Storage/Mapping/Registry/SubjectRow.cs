using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Registry;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Registry;

[Reach(Reach.Division, Subject = nameof(Id))]
internal sealed record SubjectRow
{
    public required string Id { get; init; }

    public required int Kind { get; init; }

    public required string Name { get; init; }

    public required string? Uscc { get; init; }

    public required string? OperatorId { get; init; }

    public required string DivisionCode { get; init; }

    public required string IndustryCode { get; init; }

    public required string Categories { get; init; }

    public required int Status { get; init; }

    public required string Address { get; init; }

    public required string? RegisteredOn { get; init; }

    public required string? DeliveredRiskClass { get; init; }

    /// <summary>The same mapping at import speed, without a row object.</summary>
    public static BulkTable<Subject> Table { get; } = new(
        "subjects",
        [
            "id", "kind", "name", "uscc", "operator_id", "division_code", "industry_code", "categories", "status",
            "address", "registered_on", "delivered_risk_class",
        ],
        subject => subject.Id,
        (row, subject) => row
            .Text(subject.Id).Integer((int)subject.Kind).Text(subject.Name).Text(subject.Uscc?.Value)
            .Text(subject.OperatorId).Text(subject.DivisionCode).Text(subject.IndustryCode)
            .Text(CategoryText.Of(subject.Categories)).Integer((int)subject.Status).Text(subject.Address)
            .Text(Stored.Date(subject.RegisteredOn)).Text(subject.DeliveredRiskClass));

    public static void Map(EntityTypeBuilder<SubjectRow> entity) => entity.ToTable("subjects").HasKey(row => row.Id);

    public Subject ToSubject() => new()
    {
        Id = Id,
        Kind = (SubjectKind)Kind,
        Name = Name,
        Uscc = Uscc is null ? null : UnifiedSocialCreditCode.Parse(Uscc).OrThrow(),
        OperatorId = OperatorId,
        DivisionCode = DivisionCode,
        IndustryCode = IndustryCode,
        Categories = CategoryText.Parse(Categories),
        Status = (SubjectStatus)Status,
        Address = Address,
        RegisteredOn = Stored.ToOptionalDate(RegisteredOn),
        DeliveredRiskClass = DeliveredRiskClass,
    };
}
