using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Supervision.Registry;
using Supervision.Time;
using Supervision.Web.Limits;
using Supervision.Web.Publication;

namespace Supervision.Web.Pages;

/// <summary>Somebody at the door shows a certificate: is it real, and in force today? Asked with number and name, so that names cannot be fished for.</summary>
[EnableRateLimiting(RateLimits.Public)]
internal sealed class CertificateModel(IOfficerStore officers, AuthorityClock clock) : PageModel
{
    public string Number { get; private set; } = "";

    public string Name { get; private set; } = "";

    public CertificateAnswer Answer { get; private set; } = CertificateAnswer.NotAsked;

    /// <summary>Name of the agency, when the certificate is valid.</summary>
    public string Agency { get; private set; } = "";

    public DateOnly ValidTo { get; private set; }

    public async Task OnPostAsync(string? number, string? name, CancellationToken cancellationToken)
    {
        (Number, Name) = ((number ?? "").Trim(), (name ?? "").Trim());
        var shown = (await officers.FindByCertificateAsync(Number, cancellationToken))
            .FirstOrDefault(officer => officer.Name == Name && officer.CheckDrawable(clock.Today) is null);
        Answer = shown is null ? CertificateAnswer.NotValid : CertificateAnswer.Valid;
        if (shown is not null)
        {
            Agency = (await officers.FindAgenciesAsync([shown.AgencyId], cancellationToken)).FirstOrDefault()?.Name ?? shown.AgencyId;
            ValidTo = shown.ValidTo;
        }
    }
}
