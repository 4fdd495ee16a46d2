namespace Supervision.Rules.Feel;

/// <summary>What happens where FEEL has no answer.</summary>
public enum FeelMode
{
    /// <summary>As the standard says: the answer is null, and a warning says why. For DMN models from elsewhere.</summary>
    Standard = 1,

    /// <summary>An error with its place; unknown names and wrong types are found when the expression is read. For policies.</summary>
    Strict,
}
