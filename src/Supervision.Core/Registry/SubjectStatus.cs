namespace Supervision.Registry;

/// <summary>Registration status of a subject; only drawable ones enter a draw.</summary>
public enum SubjectStatus
{
    /// <summary>存续: active.</summary>
    Active = 1,

    /// <summary>歇业: dormant, at most three years (市场主体登记管理条例 art. 30).</summary>
    Dormant = 2,

    /// <summary>注销: deregistered.</summary>
    Deregistered = 3,

    /// <summary>吊销: licence revoked.</summary>
    LicenceRevoked = 4,

    /// <summary>撤销: registration cancelled.</summary>
    RegistrationCancelled = 5,

    /// <summary>迁出: moved out.</summary>
    MovedOut = 6,
}
