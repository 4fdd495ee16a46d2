using Supervision.Registry;

namespace Supervision.Web.Api;

/// <summary>What an officer's certificate shows.</summary>
/// <param name="Id">Officer.</param>
/// <param name="Name">Name.</param>
/// <param name="AgencyId">Agency.</param>
/// <param name="CertificateNumber">Number of the certificate; empty for an auxiliary.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidTo">Last day of validity.</param>
/// <param name="IsSuspended">Whether suspended.</param>
internal sealed record OfficerCard(
    string Id, string Name, string AgencyId, string CertificateNumber, DateOnly ValidFrom, DateOnly ValidTo, bool IsSuspended)
{
    public static OfficerCard Of(Officer officer) => new(
        officer.Id, officer.Name, officer.AgencyId, officer.CertificateNumber, officer.ValidFrom, officer.ValidTo, officer.IsSuspended);
}
