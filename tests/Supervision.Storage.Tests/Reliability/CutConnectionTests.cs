using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Storage.Tests.PostgreSql;

namespace Supervision.Storage.Tests.Reliability;

// Goal: a connection to the server that is cut at any message, in the middle of the commit too, gives a clear error, leaves nothing half
// done, and the same command under the same key has one effect. Method: a proxy cuts at message 1, 2, … until the command passes. Each
// cut costs a connection, so that an ordinary run cuts the last command only; SUPERVISION_LONG=1 cuts all of them, in two minutes.
public sealed class CutConnectionTests : IAsyncDisposable
{
    private static readonly bool s_isLong = Environment.GetEnvironmentVariable("SUPERVISION_LONG") is not null;

    private readonly PostgreSqlStorage _storage = new();
    private MessageCutter? _cutter;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _storage.Through = null;
        await _storage.DisposeAsync();
        _cutter?.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Command_CutOffAtAnyMessage_HasOneEffectWhenRepeated(bool after)
    {
        _cutter = new MessageCutter(_storage.SocketPath);
        _storage.Through = _cutter.Port;
        _storage.Configure = services => WorkingDay.Register(services);
        var services = await _storage.OpenAsync();
        await WorkingDay.PrepareAsync(services, Token);
        var unknown = 0;
        foreach (var command in WorkingDay.Commands)
        {
            if (!s_isLong && command != WorkingDay.Commands[^1])
            {
                await RunAsync(services, command);
                continue;
            }

            var before = _storage.Dump();
            var isDone = false;
            for (var k = 1; !isDone; k++)
            {
                _cutter.Arm(k, after);
                var failure = await Record.ExceptionAsync(() => RunAsync(services, command));
                var messages = _cutter.Count;
                _cutter.Arm(0, after);
                if (failure is null)
                {
                    isDone = true;
                    Assert.True(k > messages, $"{command}: message {k} of {messages} was cut and nobody said so.");
                }
                else
                {
                    var clear = Assert.IsType<StorageException>(failure);
                    Assert.StartsWith("SUP9016", clear.Message, StringComparison.Ordinal);
                    var now = _storage.Dump();
                    if (now != before)
                    {
                        // A commit takes effect when it is executed; the synchronisation after it only asks for the answer.
                        Assert.True(after || _cutter.CutType == 'S', $"{command}: something stayed though message {k} never arrived.");
                        Assert.True((await RunAsync(services, command)).IsReplayed);
                        Assert.Equal(now, _storage.Dump());
                        unknown++;
                        isDone = true;
                    }
                }
            }
        }

        Assert.InRange(unknown, after ? 1 : 0, WorkingDay.Commands.Count);
        await using var scope = services.CreateAsyncScope();
        var head = await JournalAudit.VerifyAsync(scope.ServiceProvider.GetRequiredService<IJournalReader>(), Token);
        Assert.True(head.OrThrow().Size >= WorkingDay.Commands.Count);
    }

    private static async Task<CommandAnswer> RunAsync(IServiceProvider services, WorkingDay.Command command) =>
        (await services.GetRequiredService<CommandDesk>().RunOnceAsync(
            WorkingDay.Actor, command.Name.Replace(' ', '-'), command.Name, of => command.Run(of, Token), Token)).OrThrow();
}
