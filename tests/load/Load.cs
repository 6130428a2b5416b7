using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AuthorityDirectory.Load;

/// <summary>What one run showed.</summary>
/// <param name="Requests">Answered with 200, all of them.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Bytes">Of all bodies.</param>
/// <param name="Latencies">Of every request, ascending, in stopwatch ticks.</param>
public sealed record LoadResult(long Requests, TimeSpan Elapsed, long Bytes, long[] Latencies)
{
    public double PerSecond => Requests / Elapsed.TotalSeconds;

    public TimeSpan Percentile(int percent) => Stopwatch.GetElapsedTime(0, Latencies[(int)((Latencies.Length - 1L) * percent / 100)]);
}

/// <summary>A closed loop: so many connections, each of which asks again when it has its answer. It ends at a count or a time, whichever comes first.</summary>
/// <param name="server">Where to.</param>
/// <param name="requests">Sent in turn, each connection beginning at another one.</param>
/// <param name="connections">At once.</param>
/// <remarks>The client is bare sockets and bytes made beforehand, so that on a shared machine it takes little from the server that it measures.</remarks>
public sealed class Load(IPEndPoint server, IReadOnlyList<byte[]> requests, int connections)
{
    /// <summary>Runs once.</summary>
    /// <exception cref="InvalidDataException">An answer was not 200.</exception>
    public async Task<LoadResult> RunAsync(long most, TimeSpan longest)
    {
        var sockets = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => ConnectAsync()));
        var turns = new Turns(most, Stopwatch.GetTimestamp() + (long)(longest.TotalSeconds * Stopwatch.Frequency));
        var begin = Stopwatch.GetTimestamp();
        var parts = await Task.WhenAll(sockets.Select((socket, index) => Task.Run(() => AskAsync(socket, index, turns))));
        var elapsed = Stopwatch.GetElapsedTime(begin);
        long[] latencies = [.. parts.SelectMany(part => part.Latencies).Order()];
        return new(latencies.Length, elapsed, parts.Sum(part => part.Bytes), latencies);
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server);
        return socket;
    }

    private async Task<(List<long> Latencies, long Bytes)> AskAsync(Socket socket, int index, Turns turns)
    {
        using var closing = socket;
        var (answers, latencies, bytes) = (new Answers(socket), new List<long>(1 << 16), 0L);
        for (var next = index * 7919 % requests.Count; turns.Take(); next = (next + 1) % requests.Count)
        {
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(requests[next], CancellationToken.None);
            bytes += await answers.ReadAsync(CancellationToken.None);
            latencies.Add(Stopwatch.GetTimestamp() - sent);
        }

        return (latencies, bytes);
    }

    private sealed class Turns(long most, long end)
    {
        private long _taken;

        public bool Take() => Interlocked.Increment(ref _taken) <= most && Stopwatch.GetTimestamp() < end;
    }
}
