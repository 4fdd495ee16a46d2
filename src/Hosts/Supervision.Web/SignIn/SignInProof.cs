namespace Supervision.Web.SignIn;

/// <summary>What somebody who wants to sign in has proved.</summary>
internal enum SignInProof
{
    /// <summary>Nothing: name, password or code is wrong.</summary>
    None = 1,

    /// <summary>The password, and no second factor is set.</summary>
    Password,

    /// <summary>The password and the second factor.</summary>
    BothFactors,
}
