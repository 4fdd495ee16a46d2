namespace Supervision.Cases;

/// <summary>Which procedure a decision was made by.</summary>
public enum CaseProcedure
{
    /// <summary>普通程序.</summary>
    Ordinary = 1,

    /// <summary>简易程序: on the spot.</summary>
    Summary = 2,
}
