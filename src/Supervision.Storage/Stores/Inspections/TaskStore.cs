using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Coordination;
using Supervision.Inspections;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Inspections;
using Supervision.Storage.Mapping.Registry;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Stores.Inspections;

internal sealed class TaskStore(StorageScope scope) : ITaskStore, IYearlyVisits
{
    private const string CleanVisits =
        """
        SELECT t.subject_id, count(*) FROM tasks t
        WHERE t.recorded_at IS NOT NULL AND t.state IN (@p0, @p1)
          AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.task_id = t.id)
        GROUP BY t.subject_id
        """;

    private string OpenTasks =>
        $"""
        SELECT o.value, count(*) FROM tasks t, {scope.Engine.Elements("t.officer_ids", "o")}
        WHERE t.state NOT IN (@p0, @p1, @p2, @p3)
        GROUP BY o.value
        """;

    private string Visits =>
        $"""
        SELECT DISTINCT o.value, t.subject_id FROM tasks t, {scope.Engine.Elements("t.officer_ids", "o")}
        WHERE t.recorded_on >= @p0 AND t.subject_id IN (SELECT d.subject_id FROM drawn_subjects d WHERE d.draw_id = @p1)
        """;

    private static readonly TaskState[] s_finished =
        [TaskState.Closed, TaskState.Terminated, TaskState.Escalated, TaskState.CaseClue];

    // In the statement itself and in this order, for the index of open tasks to be of use.
    private static readonly int[] s_finishedNumbers = [.. s_finished.Select(state => (int)state)];

    private static readonly TaskState[] s_counting =
        [TaskState.Assigned, TaskState.Accepted, TaskState.OnSite, TaskState.Rectifying, TaskState.CaseClue];

    public Task AddAsync(IReadOnlyList<InspectionTask> tasks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return scope.WriteAsync(
            "a task",
            async session =>
            {
                await TaskRow.Table.AddAsync(session.Connection, tasks.Select(TaskRow.From), cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public Task UpdateAsync(IReadOnlyList<InspectionTask> tasks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return scope.WriteAsync(
            "a task",
            async session =>
            {
                using var advance = TaskRow.Table.PrepareAdvance(session.Connection);
                foreach (var task in tasks)
                {
                    if (!await TaskRow.Table.AdvanceAsync(advance, TaskRow.From(task), cancellationToken).ConfigureAwait(false))
                    {
                        throw new ConcurrencyConflictException($"task {task.Id}");
                    }
                }

                return true;
            },
            cancellationToken);
    }

    public async Task<InspectionTask?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await scope.Read().Context.Set<TaskRow>()
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row?.ToTask();
    }

    public async Task<IReadOnlyList<InspectionTask>> ListAsync(TaskQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, 10_000);
        IQueryable<TaskRow> rows = scope.Read().Context.Set<TaskRow>();
        if (query.State is { } state)
        {
            rows = rows.Where(row => row.State == (int)state);
        }
        else if (!query.IncludesFinished)
        {
            rows = rows.Where(row => !EF.Constant(s_finishedNumbers).Contains(row.State));
        }

        if (query.Source is { } source)
        {
            rows = rows.Where(row => row.Source == (int)source);
        }

        if (query.OfficerId is { } officer)
        {
            var token = StorageJson.Write(officer);
            rows = rows.Where(row => row.OfficerIds.Contains(token));
        }

        var found = await rows
            .Where(row => query.AgencyId == null || row.AgencyId == query.AgencyId)
            .Where(row => query.SubjectId == null || row.SubjectId == query.SubjectId)
            .OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(query.Limit)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ConvertAll(row => row.ToTask());
    }

    public async Task<IReadOnlyList<DueTask>> ListOpenAsync(string agencyId, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        var context = scope.Read().Context;
        var rows = await context.Set<TaskRow>().Where(row => row.AgencyId == agencyId && !EF.Constant(s_finishedNumbers).Contains(row.State))
            .OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(limit)
            .LeftJoin(
                context.Set<SubjectRow>(), row => row.SubjectId, subject => subject.Id,
                (row, subject) => new { row.Id, row.SubjectId, Name = subject == null ? null : subject.Name, row.State, row.DueOn, row.RectifyBy, row.Visit })
            .OrderBy(row => row.DueOn).ThenBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row =>
        {
            var visit = row.State == (int)TaskState.Rectifying && row.Visit is not null ? StorageJson.Read<VisitJson>(row.Visit) : null;
            var due = DueTask.DueOf(
                (TaskState)row.State, Stored.ToDate(row.DueOn), Stored.ToOptionalDate(row.RectifyBy), visit?.ReportedOn, visit?.RecheckBy);
            return new DueTask(row.Id, row.SubjectId, row.Name, (TaskState)row.State, due);
        });
    }

    public async Task<IReadOnlyList<InspectionTask>> ListCountingAsync(string? afterId, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        var counting = s_counting.Select(state => (int)state).ToArray();
        var rows = await scope.Read().Context.Set<TaskRow>().IgnoreQueryFilters()
            .Where(row => counting.Contains(row.State) && (afterId == null || row.Id.CompareTo(afterId) > 0))
            .OrderBy(row => row.Id).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToTask());
    }

    public async Task<IReadOnlyList<InspectionTask>> ListPageAsync(
        string? agencyId, string? afterId, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        var rows = await scope.Read().Context.Set<TaskRow>()
            .Where(row => (agencyId == null || row.AgencyId == agencyId) && (afterId == null || row.Id.CompareTo(afterId) > 0))
            .OrderBy(row => row.Id).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToTask());
    }

    public async Task<IReadOnlyList<InspectionTask>> ListByDrawAsync(string drawId, CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<TaskRow>()
            .Where(row => row.DrawId == drawId).OrderBy(row => row.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToTask());
    }

    public async Task<IReadOnlyList<InspectionTask>> ListOfDrawnAsync(string drawId, IReadOnlyList<string> subjectIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subjectIds);
        if (subjectIds.Count == 0)
        {
            return [];
        }

        // Put in order here: for the sake of the order SQLite would go through every task of the draw.
        var rows = await scope.Read().Context.Set<TaskRow>().IgnoreQueryFilters()
            .Where(row => row.DrawId == drawId && subjectIds.Contains(row.SubjectId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.OrderBy(row => row.Id, StringComparer.Ordinal).Select(row => row.ToTask())];
    }

    public async Task<IReadOnlyList<InspectionTask>> ListBySubjectAsync(
        string subjectId, CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<TaskRow>()
            .Where(row => row.SubjectId == subjectId).OrderByDescending(row => row.DueOn).ThenByDescending(row => row.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToTask());
    }

    public async Task<IReadOnlyList<InspectionTask>> ListOfYearAsync(string subjectId, int year, CancellationToken cancellationToken)
    {
        var (first, last) = (Stored.Date(new DateOnly(year, 1, 1)), Stored.Date(new DateOnly(year, 12, 31)));
        var rows = await scope.Read().Context.Set<TaskRow>().IgnoreQueryFilters()
            .Where(row => row.SubjectId == subjectId)
            .Where(row => (row.RecordedOn ?? row.DueOn).CompareTo(first) >= 0 && (row.RecordedOn ?? row.DueOn).CompareTo(last) <= 0)
            .OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToTask());
    }

    public Task AddFindingsAsync(IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return scope.WriteAsync(
            "a finding",
            async session =>
            {
                await FindingRow.Table.AddAsync(session.Connection, findings, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<Finding>> ListFindingsAsync(string subjectId, CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<FindingRow>()
            .Where(row => row.SubjectId == subjectId).OrderBy(row => row.FoundOn).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToFinding());
    }

    public async Task<IReadOnlyList<Finding>> ListUnnoticedAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<FindingRow>()
            .Where(row => !row.IsNoticed && row.Severity != null)
            .OrderBy(row => row.SubjectId).ThenBy(row => row.TaskId).ThenBy(row => row.PointId)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToFinding());
    }

    public Task MarkNoticedAsync(IReadOnlyList<string> findingIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findingIds);
        return scope.WriteAsync(
            "a finding",
            async session =>
            {
                using var mark = BulkStatement.Prepare(
                    session.Connection, "UPDATE findings SET is_noticed = 1 WHERE id = ?1 AND is_noticed = 0");
                foreach (var id in findingIds)
                {
                    if (await mark.Text(id).ExecuteAsync(cancellationToken).ConfigureAwait(false) == 0)
                    {
                        throw new ConcurrencyConflictException($"finding {id}");
                    }
                }

                return true;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, int>> CountCleanAsync(CancellationToken cancellationToken) =>
        await CountAsync(CleanVisits, cancellationToken, TaskState.Recorded, TaskState.Closed).ConfigureAwait(false);

    public async Task<IReadOnlyList<PastVisit>> ListVisitsAsync(string drawId, DateOnly since, CancellationToken cancellationToken)
    {
        var visits = new List<PastVisit>();
        var rows = scope.Read().Query(Visits, Stored.Date(since), drawId);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            visits.Add(new PastVisit(rows.GetString(0), rows.GetString(1)));
        }

        // Here and not in the query: databases order texts by their own rules.
        return [.. visits.OrderBy(visit => visit.OfficerId, StringComparer.Ordinal).ThenBy(visit => visit.SubjectId, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, int>> CountOpenAsync(CancellationToken cancellationToken) =>
        await CountAsync(OpenTasks, cancellationToken, s_finished).ConfigureAwait(false);

    private async Task<Dictionary<string, int>> CountAsync(
        string sql, CancellationToken cancellationToken, params TaskState[] states)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = scope.Read().Query(sql, [.. states.Select(state => (object)(int)state)]);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            counts.Add(rows.GetString(0), rows.GetInt32(1));
        }

        return counts;
    }
}
