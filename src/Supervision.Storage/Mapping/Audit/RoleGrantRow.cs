using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Audit;

namespace Supervision.Storage.Mapping.Audit;

[Reach(Reach.Shared, "who may do what is no secret inside the administration")]
internal sealed record RoleGrantRow
{
    public required string ActorId { get; init; }

    public required string AgencyId { get; init; }

    public required long Roles { get; init; }

    public required string DivisionCode { get; init; }

    public static void Map(EntityTypeBuilder<RoleGrantRow> entity) =>
        entity.ToTable("role_grants").HasKey(row => new { row.ActorId, row.AgencyId });

    public static RoleGrantRow From(RoleGrant grant) => new()
    {
        ActorId = grant.ActorId,
        AgencyId = grant.AgencyId,
        Roles = (long)grant.Roles,
        DivisionCode = grant.DivisionCode,
    };

    public RoleGrant ToGrant() => new(ActorId, AgencyId, (Roles)Roles, DivisionCode);
}
