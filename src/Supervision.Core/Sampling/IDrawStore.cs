namespace Supervision.Sampling;

/// <summary>Keeps plans, announcements and draws. Changes become durable with the unit of work of the same scope.</summary>
public interface IDrawStore
{
    /// <summary>Adds a plan.</summary>
    Task AddPlanAsync(InspectionPlan plan, CancellationToken cancellationToken);

    /// <summary>The plan with an id, or null.</summary>
    Task<InspectionPlan?> FindPlanAsync(string id, CancellationToken cancellationToken);

    /// <summary>The plans with some ids, in order of their id; an id without a plan is left out.</summary>
    Task<IReadOnlyList<InspectionPlan>> FindPlansAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>All plans in order of their id.</summary>
    Task<IReadOnlyList<InspectionPlan>> ListPlansAsync(CancellationToken cancellationToken);

    /// <summary>A page of plans, those that begin last first, then by id.</summary>
    /// <param name="agencyId">One agency; null for all.</param>
    /// <param name="area">Division code whose trailing zeros widen it; plans of a wider area that holds it are among them. Null for all.</param>
    /// <param name="afterId">The last plan that was seen; null for the first page.</param>
    /// <param name="limit">Most plans, 1 to 10,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<InspectionPlan>> ListNewestPlansAsync(string? agencyId, string? area, string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>Agencies that have a plan with the divisions of their plans, each pair once.</summary>
    Task<IReadOnlyList<(string AgencyId, string DivisionCode)>> ListPlanPlacesAsync(CancellationToken cancellationToken);

    /// <summary>The announcement that an authority published last, or null: the next one names its hash.</summary>
    Task<LoggedAnnouncement?> LastAnnouncementAsync(string authority, CancellationToken cancellationToken);

    /// <summary>The highest number used in a programme of an authority; 0 when there is none.</summary>
    Task<int> LastNumberAsync(string authority, string programme, CancellationToken cancellationToken);

    /// <summary>Adds an announcement to the end of its authority's chain.</summary>
    Task AddAnnouncementAsync(LoggedAnnouncement announcement, CancellationToken cancellationToken);

    /// <summary>All announcements of an authority in the order of publication.</summary>
    Task<IReadOnlyList<LoggedAnnouncement>> ListAnnouncementsAsync(string authority, CancellationToken cancellationToken);

    /// <summary>The announcement under a number, or null.</summary>
    Task<LoggedAnnouncement?> FindAnnouncementAsync(DrawNumber number, CancellationToken cancellationToken);

    /// <summary>Announcements whose draw is still to be made, the last first; agency and area of their plan as in <see cref="ListNewestPlansAsync"/>.</summary>
    Task<IReadOnlyList<LoggedAnnouncement>> ListOpenAnnouncementsAsync(string? agencyId, string? area, int limit, CancellationToken cancellationToken);

    /// <summary>Ends an open announcement: its state, reason and party are taken, nothing else.</summary>
    Task EndAnnouncementAsync(LoggedAnnouncement announcement, CancellationToken cancellationToken);

    /// <summary>Marks a sealed draw as opened.</summary>
    Task UnsealDrawAsync(string id, CancellationToken cancellationToken);

    /// <summary>Adds the use of a reserve: from now on it stands in the list of the draw in place of the subject replaced.</summary>
    Task AddReserveUseAsync(string drawId, ReserveUse use, CancellationToken cancellationToken);

    /// <summary>The reserves used in a draw, in order.</summary>
    Task<IReadOnlyList<ReserveUse>> ListReserveUsesAsync(string drawId, CancellationToken cancellationToken);

    /// <summary>The reserve that was used last in a draw, or null.</summary>
    Task<ReserveUse?> LastReserveUseAsync(string drawId, CancellationToken cancellationToken);

    /// <summary>Adds a draw with its subjects, in order of their id.</summary>
    Task AddDrawAsync(Draw draw, IReadOnlyList<DrawnSubject> subjects, CancellationToken cancellationToken);

    /// <summary>The draw with an id, or null.</summary>
    Task<Draw?> FindDrawAsync(string id, CancellationToken cancellationToken);

    /// <summary>All draws, oldest first.</summary>
    Task<IReadOnlyList<Draw>> ListDrawsAsync(CancellationToken cancellationToken);

    /// <summary>A page of draws, newest first; agency and area of their plan as in <see cref="ListNewestPlansAsync"/>.</summary>
    /// <param name="agencyId">One agency; null for all.</param>
    /// <param name="area">An area; null for all.</param>
    /// <param name="afterId">The last draw that was seen; null for the first page.</param>
    /// <param name="limit">Most draws, 1 to 10,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Draw>> ListNewestDrawsAsync(string? agencyId, string? area, string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>The draws of some plans, newest first.</summary>
    Task<IReadOnlyList<Draw>> ListDrawsOfPlansAsync(IReadOnlyList<string> planIds, CancellationToken cancellationToken);

    /// <summary>The subjects of a draw in order of their id; reserves that were used stand in place of those they replaced.</summary>
    Task<IReadOnlyList<DrawnSubject>> ListDrawnAsync(string drawId, CancellationToken cancellationToken);

    /// <summary>A page of <see cref="ListDrawnAsync"/>.</summary>
    /// <param name="drawId">Draw.</param>
    /// <param name="afterId">The last subject that was seen; null for the first page.</param>
    /// <param name="limit">Most subjects, 1 to 10,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<DrawnSubject>> ListDrawnPageAsync(string drawId, string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Streams the subjects of a division (trailing zeros widen it) with at least one of the categories (all when
    /// empty), in order of their id by bytes, drawable or not: exclusions are decided and kept by the frame.
    /// </summary>
    IAsyncEnumerable<FrameSubject> StreamFrameAsync(
        string divisionCode, IReadOnlyList<string> categories, CancellationToken cancellationToken);
}
