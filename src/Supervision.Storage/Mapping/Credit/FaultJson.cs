using Supervision.Credit;

namespace Supervision.Storage.Mapping.Credit;

internal sealed record FaultJson(string Code, int Severity)
{
    public static FaultJson Of(CreditFault fault) => new(fault.Code, (int)fault.Severity);

    public CreditFault ToFault() => new(Code, (OffenceSeverity)Severity);
}
