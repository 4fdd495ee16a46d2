namespace Supervision.Web.SignIn;

/// <summary>Who may do nothing by password alone but set up a second factor.</summary>
internal enum SecondFactorFor
{
    /// <summary>Nobody: whoever wants one sets it up.</summary>
    Nobody,

    /// <summary>People of agencies.</summary>
    Officers,

    /// <summary>Businesses too.</summary>
    Everybody,
}
