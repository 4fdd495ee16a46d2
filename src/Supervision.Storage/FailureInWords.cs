using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Supervision.Storage;

/// <summary>
/// Says in words what a failed read or write of Entity Framework means, where the engine knows it: else the caller would get the
/// driver's exception, wrapped in advice on retries that doesn't hold here.
/// </summary>
internal sealed class FailureInWords(StorageEngine engine) : IDbCommandInterceptor, IDbConnectionInterceptor
{
    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Throw(eventData.Exception);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Throw(eventData.Exception);
        return Task.CompletedTask;
    }

    public void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) => Throw(eventData.Exception);

    public Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Throw(eventData.Exception);
        return Task.CompletedTask;
    }

    private void Throw(Exception exception)
    {
        if (engine.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }
}
