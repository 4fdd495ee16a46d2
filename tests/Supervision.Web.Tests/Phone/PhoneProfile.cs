namespace Supervision.Web.Tests.Phone;

/// <summary>The folder of a phone's browser, gone with the test. Helpers of the browser may end a moment after it, and write until then.</summary>
internal sealed class PhoneProfile : IAsyncDisposable
{
    private const int MostTries = 100;

    public string Folder { get; } = Directory.CreateTempSubdirectory("supervision-phone-").FullName;

    public async ValueTask DisposeAsync()
    {
        for (var tries = 1; Directory.Exists(Folder); tries++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException) when (tries < MostTries)
            {
                await Task.Delay(100);
            }
        }
    }
}
