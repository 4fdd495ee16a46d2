namespace Supervision.Web.Api;

/// <summary>Metadata of an endpoint: the use case that it runs, whose right is demanded before anything is read.</summary>
/// <param name="UseCase">Class of the use case.</param>
internal sealed record UseCaseOf(Type UseCase);
