using System.Threading.Channels;
using AuthorityDirectory.Web.Hosting;

namespace AuthorityDirectory.Web.Accounts.Links;

/// <summary>That somebody typed an address and wants a link.</summary>
/// <param name="Email">The address as typed.</param>
/// <param name="ReturnPath">Where the link leads afterwards; null for what is next.</param>
public sealed record SignInRequest(string Email, string? ReturnPath);

/// <summary>Does after the answer what it must not show: whether the address is known takes no time that anybody could measure.</summary>
/// <remarks>What waits here is lost when the instance ends; whoever gets no letter asks again.</remarks>
public sealed class SignInRequests(SignInLetters letters, ILogger<SignInRequests> log) : BackgroundService
{
    private const int Most = 1000;

    private readonly Channel<SignInRequest> _waiting = Channel.CreateBounded<SignInRequest>(new BoundedChannelOptions(Most) { SingleReader = true });

    /// <summary>Takes a request; false when too many wait already.</summary>
    public bool TryAdd(SignInRequest request) => _waiting.Writer.TryWrite(request);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await AnswerAsync(request, stoppingToken);
        }
    }

    private async Task AnswerAsync(SignInRequest request, CancellationToken stoppingToken)
    {
        try
        {
            await letters.AnswerAsync(request, stoppingToken);
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            log.SignInUnanswered(error);
        }
    }
}
