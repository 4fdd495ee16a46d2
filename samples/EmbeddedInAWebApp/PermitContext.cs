using Microsoft.EntityFrameworkCore;
using Supervision.Storage;

namespace EmbeddedInAWebApp;

/// <summary>The office's own model, and beside it the views of Supervision, to be joined with in one query.</summary>
internal sealed class PermitContext(DbContextOptions<PermitContext> options) : DbContext(options)
{
    public DbSet<Permit> Permits => Set<Permit>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Permit>().HasKey(permit => permit.Number);
        modelBuilder.UseSupervision(this);
    }
}

internal sealed class Permit
{
    public required string Number { get; init; }

    public required string Holder { get; init; }
}
