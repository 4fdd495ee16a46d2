using Supervision.Web.Localization;

namespace Supervision.Web.Studio;

/// <summary>What a bureau calls a policy, where the pack has its id.</summary>
internal static class PackWords
{
    /// <summary>The name of a policy that ships; of a bureau's own its id.</summary>
    public static string NameOf(string policy, WebTexts texts) => texts.Find("policy." + policy) ?? policy;
}
