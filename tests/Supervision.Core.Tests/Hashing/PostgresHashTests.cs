using Npgsql;
using Supervision.Hashing;

namespace Supervision.Core.Tests.Hashing;

public sealed class PostgresHashTests
{
    // Goal: a ticket is what any database computes for itself. Method: id lengths up to the longest, hashed by a real server.
    [Fact]
    public async Task Of_Sha256_IsWhatPostgreSqlComputes()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var source = NpgsqlDataSource.Create(PostgresServer.Shared.NewDatabase());
        await using var command = source.CreateCommand(
            "select g, sha256(decode(repeat('5a', 32), 'hex') || convert_to(repeat('x', g), 'UTF8')) from generate_series(0, 64) g");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var lengths = 0;
        for (; await rows.ReadAsync(cancellation); lengths++)
        {
            byte[] message = [.. Enumerable.Repeat((byte)0x5a, 32), .. Enumerable.Repeat((byte)'x', rows.GetInt32(0))];
            Assert.Equal(Hash.Of(HashKind.Sha256, message), Digest.FromBytes((byte[])rows[1]));
        }

        Assert.Equal(65, lengths);
    }
}
