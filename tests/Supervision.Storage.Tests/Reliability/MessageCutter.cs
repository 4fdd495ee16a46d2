using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Supervision.Storage.Tests.Reliability;

/// <summary>
/// Stands between the program and the server, passes on what the client says message by message, and cuts the connection at the k-th
/// one: before it reaches the server, or after it did and before the answer comes back, which for a commit is the worst moment.
/// </summary>
internal sealed class MessageCutter : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _socket;
    private readonly CancellationTokenSource _stop = new();
    private int _failAt;
    private bool _after;
    private int _count;

    public MessageCutter(string socket)
    {
        _socket = socket;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many messages were passed on or cut since the cutter was armed.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The letter by which PostgreSQL's protocol names the message that was cut.</summary>
    public char CutType { get; private set; }

    /// <summary>Cuts at the k-th message from now; 0 for never.</summary>
    public void Arm(int failAt, bool after)
    {
        (_failAt, _after) = (failAt, after);
        Interlocked.Exchange(ref _count, 0);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await server.ConnectAsync(new UnixDomainSocketEndPoint(_socket));
            await using var below = new NetworkStream(server);
            var above = client.GetStream();
            _ = BackAsync(below, above);
            var head = new byte[5];
            for (var isFirst = true; ; isFirst = false)
            {
                // The first message of a connection has no type.
                var prefix = isFirst ? 0 : 1;
                await above.ReadExactlyAsync(head.AsMemory(0, prefix + 4));
                var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(prefix)) - 4];
                await above.ReadExactlyAsync(body);
                var cut = Interlocked.Increment(ref _count) == _failAt;
                CutType = cut ? (char)head[0] : CutType;
                if (cut && !_after)
                {
                    return;
                }

                await below.WriteAsync(head.AsMemory(0, prefix + 4));
                await below.WriteAsync(body);
                if (cut)
                {
                    await Task.Delay(100); // the server takes it to its end
                    return;
                }
            }
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException)
        {
            // One of the two has gone.
        }
        finally
        {
            client.Dispose();
        }
    }

    private async Task BackAsync(NetworkStream from, NetworkStream to)
    {
        try
        {
            var buffer = new byte[65536];
            for (int n; (n = await from.ReadAsync(buffer)) > 0;)
            {
                // An answer to the message after which the connection is cut never arrives.
                if (_after && _failAt > 0 && Count >= _failAt)
                {
                    return;
                }

                await to.WriteAsync(buffer.AsMemory(0, n));
            }
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException)
        {
            // One of the two has gone.
        }
    }
}
