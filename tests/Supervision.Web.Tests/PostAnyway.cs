using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>A form that a page does not offer, sent all the same: what the page leaves out must be refused behind it too.</summary>
internal static class PostAnyway
{
    public static async Task PostAnywayAsync(this IPage page, string address, params (string Name, string Value)[] fields)
    {
        await page.EvaluateAsync(
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
            """,
            new object[] { address, fields.Select(field => (string[])[field.Name, field.Value]).ToArray() });
        await page.WaitForLoadStateAsync();
    }
}
