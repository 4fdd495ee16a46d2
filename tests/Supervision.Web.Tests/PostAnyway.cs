using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>A form that a page does not offer, sent all the same: what the page leaves out must be refused behind it too.</summary>
internal static class PostAnyway
{
    /// <summary>Sends it with the token of a form that the page has, and waits for the host's answer to it, whose status it gives.</summary>
    public static async Task<int> PostAnywayAsync(this IPage page, string address, params (string Name, string Value)[] fields)
    {
        object[] form = [address, fields.Select(field => (string[])[field.Name, field.Value]).ToArray()];
        return (await page.RunAndWaitForResponseAsync(
            () => page.EvaluateAsync(
                """
                ([address, fields]) => {
                  const form = document.createElement('form');
                  form.method = 'post';
                  form.action = address;
                  const token = document.querySelector('input[name=__RequestVerificationToken]').cloneNode();
                  form.append(token, ...fields.map(([name, value]) => Object.assign(document.createElement('input'), { type: 'hidden', name, value })));
                  document.body.append(form);
                  form.submit();
                }
                """, form),
            answer => answer.Request.Method == "POST")).Status;
    }
}
