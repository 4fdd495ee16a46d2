namespace Supervision.Web.Publication;

/// <summary>What a certificate check says.</summary>
internal enum CertificateAnswer
{
    /// <summary>Nothing was asked yet.</summary>
    NotAsked = 1,

    /// <summary>The certificate belongs to this name and is in force today.</summary>
    Valid,

    /// <summary>It is not; whether number, name, period or suspension is wrong is not told apart, so that nobody can be looked up.</summary>
    NotValid,
}
