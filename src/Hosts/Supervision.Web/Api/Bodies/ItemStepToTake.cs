using Supervision.Catalog;

namespace Supervision.Web.Api;

/// <summary>A step in the life of an item.</summary>
/// <param name="Trigger">The step.</param>
internal sealed record ItemStepToTake(ItemTrigger Trigger);
