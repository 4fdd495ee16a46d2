using System.Text;
using Microsoft.Playwright;

namespace Supervision.Web.Tests.Phone;

/// <summary>A code held before the camera, which is a film that Chromium plays instead of one.</summary>
public sealed class CameraTests(WebFixture web)
{
    private const int Width = 640;
    private const int Height = 480;

    [Fact]
    public async Task TheCamera_ReadsAColleaguesCertificate_AlsoOffline()
    {
        await using var profile = new PhoneProfile();
        var film = Path.Combine(profile.Folder, "code.y4m");
        var colleague = await web.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await WebFixture.SignInAsync(colleague, "inspector2", "/sign-in?back=/m/");
        await colleague.EvaluateAsync("location.hash = '#/certificate'");
        await Assertions.Expect(colleague.Locator(".certificate svg path")).ToHaveCountAsync(1);
        await FilmAsync(film, Convert.FromBase64String(await GreyAsync(colleague)));
        await colleague.Context.CloseAsync();

        await using (var phone = await web.PhoneAsync(
            Path.Combine(profile.Folder, "profile"),
            "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--use-file-for-fake-video-capture=" + film))
        {
            var page = await phone.NewPageAsync();
            var faults = PhoneLook.Faults(page);
            await WebFixture.SignInAsync(page, "inspector", "/sign-in?back=/m/");
            await Assertions.Expect(page.Locator("ul.visits")).Not.ToHaveCountAsync(0);
            await PhoneVisits.SentAsync(page);
            await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
            await phone.SetOfflineAsync(true);
            await page.EvaluateAsync("location.hash = '#/certificate'");
            await page.GetByRole(AriaRole.Button, new() { Name = "打开相机扫码" }).ClickAsync();
            await Assertions.Expect(page.GetByText("证件有效：吴景行")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("video")).ToBeHiddenAsync();
            Assert.Empty(faults);
        }
    }

    // The certificate as it stands on the other phone, grey by grey.
    private static Task<string> GreyAsync(IPage page) => page.EvaluateAsync<string>(
        """
        ([width, height]) => {
          const svg = document.querySelector('.certificate svg');
          const canvas = Object.assign(document.createElement('canvas'), { width, height });
          const context = canvas.getContext('2d');
          context.fillStyle = '#fff';
          context.fillRect(0, 0, width, height);
          context.translate(140, 60);
          context.scale(360 / svg.viewBox.baseVal.width, 360 / svg.viewBox.baseVal.width);
          context.fillStyle = '#000';
          context.fill(new Path2D(svg.querySelector('path').getAttribute('d')));
          const { data } = context.getImageData(0, 0, width, height);
          let text = '';
          for (let at = 0; at < data.length; at += 4) {
            text += String.fromCharCode(data[at]);
          }
          return btoa(text);
        }
        """, (int[])[Width, Height]);

    // YUV4MPEG2: one still picture, ten times.
    private static async Task FilmAsync(string path, byte[] grey)
    {
        await using var film = File.Create(path);
        await film.WriteAsync(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        var colour = new byte[grey.Length / 2];
        Array.Fill(colour, (byte)128);
        for (var frame = 0; frame < 10; frame++)
        {
            await film.WriteAsync("FRAME\n"u8.ToArray());
            await film.WriteAsync(grey);
            await film.WriteAsync(colour);
        }
    }
}
