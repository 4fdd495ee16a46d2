namespace Supervision.Audit;

/// <summary>What a person may do for an agency. A person may have several; some may not meet in one matter.</summary>
[Flags]
public enum Roles
{
    /// <summary>None: may do nothing.</summary>
    None = 0,

    /// <summary>登记: registers the catalogue, officers and subjects.</summary>
    Registrar = 1,

    /// <summary>计划: proposes and approves inspection plans.</summary>
    Planner = 2,

    /// <summary>抽取: draws subjects and officers.</summary>
    Drawer = 4,

    /// <summary>执法: inspects, and hands in records.</summary>
    Inspector = 8,

    /// <summary>办案: investigates cases.</summary>
    CaseOfficer = 16,

    /// <summary>法制审核: reviews decisions of others before they are made.</summary>
    LegalReviewer = 32,

    /// <summary>听证主持: chairs hearings.</summary>
    HearingChair = 64,

    /// <summary>负责人: the head of the agency, who decides.</summary>
    Head = 128,

    /// <summary>信用: serves point notices, keeps credit and risk.</summary>
    CreditClerk = 256,

    /// <summary>规则编写: writes rule packs.</summary>
    RuleAuthor = 512,

    /// <summary>规则发布: publishes rule packs that others wrote.</summary>
    RulePublisher = 1024,

    /// <summary>审计: reads what all agencies did, changes nothing.</summary>
    Auditor = 2048,

    /// <summary>管理: grants roles to others.</summary>
    Administrator = 4096,

    /// <summary>All of them: the operator of the machine, or somebody who broke the glass.</summary>
    All = 8191,

    /// <summary>监管对象: a subject that acts in its own matters and in no other; the host that signed it in says so, and nobody grants it.</summary>
    Subject = 8192,
}
