using System.Buffers.Text;
using System.Net.Sockets;

namespace AuthorityDirectory.Load;

/// <summary>Reads answers from a connection and keeps nothing of them.</summary>
internal sealed class Answers(Socket socket)
{
    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>Reads one answer to its end.</summary>
    /// <returns>The bytes of its body.</returns>
    /// <exception cref="InvalidDataException">Its status is not 200, or it has no <c>Content-Length</c>.</exception>
    public async ValueTask<long> ReadAsync(CancellationToken stop)
    {
        var (filled, head) = (0, -1);
        while (head < 0)
        {
            filled += await ReceiveAsync(_buffer.AsMemory(filled), stop);
            head = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }

        var length = Length(_buffer.AsSpan(0, head + 2));
        for (var missing = length - (filled - head - 4); missing > 0;)
        {
            missing -= await ReceiveAsync(_buffer.AsMemory(0, (int)Math.Min(missing, _buffer.Length)), stop);
        }

        return length;
    }

    private async ValueTask<int> ReceiveAsync(Memory<byte> space, CancellationToken stop) =>
        await socket.ReceiveAsync(space, stop) is > 0 and var received ? received : throw new EndOfStreamException("The server closed the connection within an answer.");

    private static long Length(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidDataException($"The answer is not 200 but {System.Text.Encoding.ASCII.GetString(head[..head.IndexOf("\r\n"u8)])}.");
        }

        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out long length, out _)
            ? length
            : throw new InvalidDataException("The answer has no Content-Length: only such answers are read.");
    }
}
