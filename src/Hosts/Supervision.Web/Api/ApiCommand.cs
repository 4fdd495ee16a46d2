using Supervision.Audit;

namespace Supervision.Web.Api;

/// <summary>A command with what its body says.</summary>
internal sealed class ApiCommand<TBody>(HttpContext http, IServiceProvider services, Actor actor, TBody body) : ApiCall(http, services, actor)
{
    /// <summary>The body, whole and without nulls where none may be.</summary>
    public TBody Body => body;
}
