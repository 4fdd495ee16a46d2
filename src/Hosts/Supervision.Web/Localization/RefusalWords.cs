using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Web.Pages;

namespace Supervision.Web.Localization;

/// <summary>A refusal in the words of the pages: a role by the name that a bureau has for it, where the message has the name in the code.</summary>
internal static class RefusalWords
{
    public static string Of(Refusal refusal, WebTexts texts) =>
        refusal.Code == "SUP9301" && refusal.Message.Arguments is [var actor, _, _, var needed] && Enum.TryParse<Roles>(needed, out var roles)
            ? texts.Format("refused.role", actor, Names(roles, texts))
            : refusal.Message.In(texts.Culture);

    /// <summary>The names of roles.</summary>
    public static string Names(Roles roles, WebTexts texts) => string.Join(texts["list.separator"], SignInModel.RolesOf(roles).Select(role => texts["role." + role]));
}
