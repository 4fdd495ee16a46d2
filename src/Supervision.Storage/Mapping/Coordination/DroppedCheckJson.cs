using Supervision.Coordination;

namespace Supervision.Storage.Mapping.Coordination;

internal sealed record DroppedCheckJson(VisitCheckJson Check, int Reason)
{
    public static DroppedCheckJson Of(DroppedCheck dropped) => new(VisitCheckJson.Of(dropped.Check), (int)dropped.Reason);

    public DroppedCheck ToDropped() => new(Check.ToCheck(), (DropReason)Reason);
}
