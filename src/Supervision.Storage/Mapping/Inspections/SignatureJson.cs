using Supervision.Inspections;

namespace Supervision.Storage.Mapping.Inspections;

internal sealed record SignatureJson(string? Signer, string? RefusalReason, string? Witness)
{
    public static SignatureJson Of(RecordSignature signature) =>
        new(signature.Signer, signature.RefusalReason, signature.Witness);

    public RecordSignature ToSignature() => new(Signer, RefusalReason, Witness);
}
