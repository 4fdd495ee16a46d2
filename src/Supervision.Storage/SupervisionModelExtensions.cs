using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Supervision.Storage.Mapping;
using Supervision.Storage.Views;

namespace Supervision.Storage;

/// <summary>Shows what Supervision keeps in a <see cref="DbContext"/> of the embedder.</summary>
public static class SupervisionModelExtensions
{
    private static readonly ValueConverter<DateOnly, string> s_date = new(date => Stored.Date(date), text => Stored.ToDate(text));

    /// <summary>
    /// Maps <see cref="SubjectView"/>, <see cref="StandingView"/> and <see cref="TaskView"/> into your model, to be joined with your own tables in
    /// one query. They are read-only and have no key, and your migrations leave them alone: state changes by use cases, with their journal. They show
    /// nothing until <see cref="SharedTransaction.JoinAsync"/> or <see cref="SharedTransaction.LetSee"/> has told the context who looks.
    /// </summary>
    /// <param name="modelBuilder">Your model, of a database that has the tables of Supervision.</param>
    /// <param name="context">The context whose model it is: <c>this</c>.</param>
    /// <example><code>
    /// protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseSupervision(this).Entity&lt;Permit>();
    /// </code></example>
    public static ModelBuilder UseSupervision(this ModelBuilder modelBuilder, DbContext context)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        ArgumentNullException.ThrowIfNull(context);
        modelBuilder.Entity<SubjectView>(view =>
        {
            view.HasNoKey().ToView("subjects").HasQueryFilter(row => Sight.IsGiven(context) && row.DivisionCode.StartsWith(Sight.Division(context)));
            Column(view.Property(row => row.Id), "id");
            Column(view.Property(row => row.Name), "name");
            Column(view.Property(row => row.DivisionCode), "division_code");
            Column(view.Property(row => row.Status), "status").HasConversion<long>();
        });
        modelBuilder.Entity<StandingView>(view =>
        {
            view.HasNoKey().ToView("standings").HasQueryFilter(row => Sight.IsGiven(context));
            Column(view.Property(row => row.SubjectId), "subject_id");
            Column(view.Property(row => row.AsOf), "as_of").HasConversion(s_date);
            Column(view.Property(row => row.Grade), "grade").HasConversion<long>();
            Column(view.Property(row => row.RiskClass), "class").HasConversion<long>();
        });
        modelBuilder.Entity<TaskView>(view =>
        {
            view.HasNoKey().ToView("tasks").HasQueryFilter(
                row => Sight.IsGiven(context) && (Sight.HasAllAgencies(context) || row.AgencyId == Sight.Agency(context)));
            Column(view.Property(row => row.Id), "id");
            Column(view.Property(row => row.SubjectId), "subject_id");
            Column(view.Property(row => row.AgencyId), "agency_id");
            Column(view.Property(row => row.State), "state").HasConversion<long>();
            Column(view.Property(row => row.DueOn), "due_on").HasConversion(s_date);
        });
        return modelBuilder;
    }

    // Named here: a convention of the embedder's, such as snake case, must not rename what is ours.
    private static PropertyBuilder<T> Column<T>(PropertyBuilder<T> property, string name) => property.HasColumnName(name);
}
