using System.Threading.Channels;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Web.Mail;

/// <summary>Where letters are given to be sent. They lie in the work store until they are, so that they outlive a restart and one of several instances sends each.</summary>
/// <remarks>A letter goes out once, unless an instance dies between sending it and writing that down: then it goes out again, with the same Message-ID.</remarks>
public sealed class Outbox(IWorkStore store, MailOptions options, TimeProvider time)
{
    /// <summary>How long a key is remembered unless the caller says otherwise: longer than a year, so that what is sent yearly is not sent twice.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(400);

    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Whether mail is set up here; who needs mail asks first, and says so to people when it is not.</summary>
    public bool IsSetUp => options.Kind != MailKind.None;

    /// <summary>Gives a letter to be sent; its key is remembered for <see cref="Remembered"/>.</summary>
    /// <inheritdoc cref="EnqueueAsync(string, Letter, TimeSpan, CancellationToken)"/>
    public Task<bool> EnqueueAsync(string key, Letter letter, CancellationToken cancellationToken) => EnqueueAsync(key, letter, Remembered, cancellationToken);

    /// <summary>Gives a letter to be sent.</summary>
    /// <param name="key">Names the letter, in the form of <see cref="WorkKey"/> without its area; the same key again is the same letter. It is written to the log, so it holds no secret and no address.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="remembered">How long, once the letter is done, the key brings no other one.</param>
    /// <param name="cancellationToken">Stops waiting; the letter may then be there or not, and the same key may be given again.</param>
    /// <returns>Whether it is new; otherwise there was one with this key, and nothing happens.</returns>
    /// <exception cref="LetterRefusedException">The letter may not be sent, or mail is not set up; the message says it in a sentence.</exception>
    /// <exception cref="ArgumentException">It is no key.</exception>
    /// <exception cref="AuthorityDirectory.Ledger.LedgerUnavailableException">The store does not answer now.</exception>
    public async Task<bool> EnqueueAsync(string key, Letter letter, TimeSpan remembered, CancellationToken cancellationToken)
    {
        if ((IsSetUp ? letter.Fault() : "Mail is not set up for this directory: its operator sets Mail:Kind.") is { } fault)
        {
            throw new LetterRefusedException(fault);
        }

        if (await store.GetAsync(DoneLetter.Area + key, cancellationToken) is not null)
        {
            return false;
        }

        var item = new OutboxItem(letter, time.GetUtcNow(), remembered, 0, time.GetUtcNow());
        var isNew = await store.PutAsync(OutboxItem.Area + key, item.Write(), WorkCondition.Absent, null, cancellationToken) is not null;
        Wake();
        return isNew;
    }

    internal void Wake() => _calls.Writer.TryWrite(true);

    internal IAsyncEnumerable<bool> CallsAsync(CancellationToken cancellationToken) => _calls.Reader.ReadAllAsync(cancellationToken);
}
