using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AuthorityDirectory.Load;

// Bounded load on a directory that is running: load <url> [connections] [requests] [seconds]
if (args is not [var address, .. var numbers] || !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme != "http" || !numbers.All(IsPositive))
{
    Console.Error.WriteLine("Usage: load <http://host:port/path> [connections, 16] [requests at most, 100000] [seconds at most, 10]");
    return 2;
}

var (connections, most, seconds) = (Number(0, 16), Number(1, 100_000), Number(2, 10));
try
{
    var server = new IPEndPoint((await Dns.GetHostAddressesAsync(url.Host))[0], url.Port);
    var result = await new Load(server, [HttpGet.Bytes(url)], connections).RunAsync(most, TimeSpan.FromSeconds(seconds));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{result.Requests} answers of {result.Bytes / Math.Max(1, result.Requests)} bytes in {result.Elapsed.TotalSeconds:0.0} s over {connections} connections: {result.PerSecond:0} a second; median {result.Percentile(50).TotalMilliseconds:0.00} ms, 99 of 100 within {result.Percentile(99).TotalMilliseconds:0.00} ms"));
    return 0;
}
catch (Exception error) when (error is SocketException or IOException or InvalidDataException)
{
    Console.Error.WriteLine($"{url}: {error.Message}");
    return 1;
}

int Number(int index, int standard) => index < numbers.Length ? int.Parse(numbers[index], CultureInfo.InvariantCulture) : standard;

static bool IsPositive(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
