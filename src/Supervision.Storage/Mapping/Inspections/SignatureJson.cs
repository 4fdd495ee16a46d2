using Supervision.Inspections;

namespace Supervision.Storage.Mapping.Inspections;

internal sealed record SignatureJson(string? Signer, string? RefusalReason, string? Witness, string? Image)
{
    public static SignatureJson Of(RecordSignature signature) =>
        new(signature.Signer, signature.RefusalReason, signature.Witness, signature.ImageSha256);

    public RecordSignature ToSignature() => new(Signer, RefusalReason, Witness) { ImageSha256 = Image };
}
