namespace Supervision.Web.Api;

/// <summary>Whether a self-task is as the subject says.</summary>
/// <param name="Holds">Whether it is.</param>
/// <param name="Text">What was looked at.</param>
internal sealed record SelfTaskVerdict(bool Holds, string Text);
