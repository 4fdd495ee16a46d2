namespace Supervision.Registry;

/// <summary>Keeps agencies, officers and recusals. Changes become durable with the unit of work of the same scope.</summary>
public interface IOfficerStore
{
    /// <summary>Adds or replaces an agency; false when the stored one is equal.</summary>
    Task<bool> SaveAgencyAsync(Agency agency, CancellationToken cancellationToken);

    /// <summary>All agencies in order of their id.</summary>
    Task<IReadOnlyList<Agency>> ListAgenciesAsync(CancellationToken cancellationToken);

    /// <summary>The agencies with these ids, in order of their id; unknown ones are absent.</summary>
    Task<IReadOnlyList<Agency>> FindAgenciesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>Adds or replaces many officers; ids within the batch are distinct.</summary>
    Task<SaveCount> SaveOfficersAsync(IReadOnlyList<Officer> officers, CancellationToken cancellationToken);

    /// <summary>The officers of an agency in order of their id.</summary>
    Task<IReadOnlyList<Officer>> ListOfAgencyAsync(string agencyId, CancellationToken cancellationToken);

    /// <summary>All officers in order of their id.</summary>
    Task<IReadOnlyList<Officer>> ListOfficersAsync(CancellationToken cancellationToken);

    /// <summary>A page of all officers in order of their id.</summary>
    /// <param name="afterId">The last id that was seen; null for the first page.</param>
    /// <param name="limit">Most officers, 1 to 10,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Officer>> ListOfficerPageAsync(string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>The officers with these ids, in order of their id; unknown ones are absent.</summary>
    Task<IReadOnlyList<Officer>> FindOfficersAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>The officers whose certificate has a number, by id: one, where nobody made a mistake. None for an empty number.</summary>
    Task<IReadOnlyList<Officer>> FindByCertificateAsync(string certificateNumber, CancellationToken cancellationToken);

    /// <summary>Adds a recusal; false when it is already there.</summary>
    Task<bool> AddRecusalAsync(Recusal recusal, CancellationToken cancellationToken);

    /// <summary>All recusals, by officer and subject.</summary>
    Task<IReadOnlyList<Recusal>> ListRecusalsAsync(CancellationToken cancellationToken);
}
