using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Registry;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Sqlite;

// Goal: a disk that is really full, and a file that really can only be read, give a clear error; nothing is lost, and with room or rights
// again the same command succeeds. Method: a file system of 6 MB in memory of its own.
public sealed class FullDiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supervision-disk-").FullName;
    private bool _isMounted;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", "-l", _folder);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Write_OnAFullDisk_SaysSoAndLosesNothing()
    {
        Mount();
        var filler = Path.Combine(_folder, "filler");
        await using var services = Open("full.db");
        await services.GetRequiredService<SupervisionDatabase>().OpenAsync(Token);
        var acknowledged = new List<string>();
        await WriteAsync(services, "S-before");
        acknowledged.Add("S-before");
        await File.WriteAllBytesAsync(filler, new byte[1_500_000], Token);
        StorageException? full = null;
        for (var i = 0; full is null; i++)
        {
            try
            {
                await WriteAsync(services, $"S-{i}");
                acknowledged.Add($"S-{i}");
                Assert.True(i < 2000, "the disk never became full");
            }
            catch (StorageException exception)
            {
                full = exception;
            }
        }

        Assert.True(full.Message.StartsWith("SUP9017", StringComparison.Ordinal) || full.Message.StartsWith("SUP9020", StringComparison.Ordinal), full.Message);
        File.Delete(filler);
        await WriteAsync(services, "S-after");
        acknowledged.Add("S-after");
        await using var scope = services.CreateAsyncScope();
        Assert.Equal(acknowledged.Count, await scope.ServiceProvider.GetRequiredService<ISubjectStore>().CountAsync(Token));
        var head = await JournalAudit.VerifyAsync(scope.ServiceProvider.GetRequiredService<IJournalReader>(), Token);
        Assert.Equal(acknowledged.Count, head.OrThrow().Size);
    }

    // The log has more pages than the disk has room for in the file: they stay in the log, and the next one who opens the file finds them.
    [Fact]
    public async Task Close_OnAFullDisk_LosesNothingAndLetsGo()
    {
        Mount();
        var filler = Path.Combine(_folder, "filler");
        await using (var services = Open("close.db"))
        {
            await services.GetRequiredService<SupervisionDatabase>().OpenAsync(Token);
            await WriteAsync(services, "S-1");
            var room = new DriveInfo(_folder).AvailableFreeSpace;
            await File.WriteAllBytesAsync(filler, new byte[room], Token);
        }

        Assert.True(new FileInfo(Path.Combine(_folder, "close.db-wal")).Length > 0, "the log was carried over: the disk was not full");
        File.Delete(filler);
        await using var again = Open("close.db");
        await again.GetRequiredService<SupervisionDatabase>().OpenAsync(Token);
        await using var scope = again.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<ISubjectStore>().CountAsync(Token));
    }

    [Fact]
    public async Task Open_WhereNothingCanBeWritten_SaysSo()
    {
        Mount();
        await using (var services = Open("ro.db"))
        {
            await services.GetRequiredService<SupervisionDatabase>().OpenAsync(Token);
            await WriteAsync(services, "S-1");
        }

        Assert.Equal(0, Run("mount", "-o", "remount,ro", _folder));
        await using var readOnly = Open("ro.db");
        var refused = await Assert.ThrowsAsync<StorageException>(() => readOnly.GetRequiredService<SupervisionDatabase>().OpenAsync(Token));
        Assert.StartsWith("SUP9018", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, Run("mount", "-o", "remount,rw", _folder));
        await using var again = Open("ro.db");
        await again.GetRequiredService<SupervisionDatabase>().OpenAsync(Token);
        await WriteAsync(again, "S-2");
    }

    private static async Task WriteAsync(ServiceProvider services, string id)
    {
        await using var scope = services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject(id) with { Address = new string('路', 3000) }], Token);
        work.Append(new JournalRecord("subject.registered", id, new Actor("a", "b"), DateTimeOffset.UnixEpoch, "{}"));
        await work.CommitAsync(Token);
    }

    private ServiceProvider Open(string name) => new ServiceCollection().AddSingleton(TimeProvider.System).AddSupervision()
        .AddSupervisionSqlite(Path.Combine(_folder, name)).BuildServiceProvider();

    private void Mount()
    {
        _isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", _folder) == 0;
        Assert.SkipUnless(_isMounted, "NO RIGHT TO MOUNT: a full disk is tried only where a file system of a few megabytes can be mounted.");
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
