using Supervision.Matters;
using Supervision.Warnings;

namespace Supervision.Web.Api;

/// <summary>Signals of risk models, and the warnings that come of them.</summary>
internal static class WarningsApi
{
    public static void MapWarnings(this RouteGroupBuilder api)
    {
        var warnings = api.MapGroup("/warnings").WithTags("warnings");
        warnings.MapMatters("", MatterKind.Warning, "warnings");
        warnings.MapCommand<RaiseWarning, RiskSignal, SignalResult>("signals", "takes a signal; a warning comes of it when its model says so", (raise, call) =>
            raise.RunAsync(call.Body, call.Actor, call.Stopped));
        warnings.MapCommand<AdvanceWarning, MatterEntry, DispatchedWarning>("{id}/steps", "takes one step", (advance, call) =>
            advance.RunAsync(call.Id, call.Body, call.Actor, call.Stopped), ApiThing.Matter(MatterKind.Warning));
    }
}
