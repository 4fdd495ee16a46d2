namespace Supervision.CaseExchange;

/// <summary>收件回执: another department's system has a case now.</summary>
/// <param name="ParcelId">The parcel.</param>
/// <param name="ForeignId">The number it got there, 1 to 64 printable ASCII characters without blanks or '/'.</param>
/// <param name="ParcelHash">SHA-256 of the content that is kept there, see <see cref="CaseParcel.Hash"/>.</param>
public sealed record CaseReceipt(string ParcelId, string ForeignId, string ParcelHash);
