using System.Collections.Concurrent;
using System.Text.Json;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Hosting;

namespace AuthorityDirectory.Web.Mail;

/// <summary>The letters in the work store as one sender among several handles them.</summary>
/// <remarks>What is remembered of a letter is written before the letter is taken away, and looked for before one is taken to be sent: in between both are there, and it is done.</remarks>
public sealed class OutboxStore(IWorkStore store, TimeProvider time, ILogger<OutboxStore> log)
{
    /// <summary>For so long nobody else takes a letter; a sender that has not ended by then is taken for dead.</summary>
    private static readonly TimeSpan Lease = 5 * SmtpMail.Patience;

    /// <summary>Letters that are done while the store could not be told.</summary>
    private readonly ConcurrentDictionary<string, (WaitingLetter Letter, DoneLetter Done)> _untold = [];

    private readonly ConcurrentDictionary<string, bool> _unreadable = [];

    /// <summary>The letters that may be taken now, oldest first.</summary>
    internal async Task<IReadOnlyList<WaitingLetter>> DueAsync(CancellationToken cancellationToken)
    {
        foreach (var (letter, done) in _untold.Values)
        {
            await TellAsync(letter, done);
        }

        var items = await store.ListAsync(OutboxItem.Area, cancellationToken);
        return [.. items.Select(Read).OfType<WaitingLetter>().Where(letter => letter.Item.NotBefore <= time.GetUtcNow()).OrderBy(letter => letter.Item.EnqueuedAt)];
    }

    /// <summary>Keeps a letter from the other instances for a while; null when one of them was first, or it is done.</summary>
    internal async Task<WaitingLetter?> TakeAsync(WaitingLetter letter)
    {
        if (await store.GetAsync(DoneLetter.Area + letter.Name, CancellationToken.None) is not null)
        {
            await store.DeleteAsync(letter.Key, letter.Tag, CancellationToken.None);
            return null;
        }

        return await ReplaceAsync(letter, letter.Item with { Attempts = letter.Item.Attempts + 1, NotBefore = time.GetUtcNow() + Lease });
    }

    /// <summary>Gives a letter back, to be taken after a wait.</summary>
    internal Task PutOffAsync(WaitingLetter letter, TimeSpan wait) => ReplaceAsync(letter, letter.Item with { NotBefore = time.GetUtcNow() + wait });

    /// <summary>Puts what is remembered in the place of a letter; when the store is away, as soon as it is back.</summary>
    internal Task EndAsync(WaitingLetter letter, DoneLetter done)
    {
        _untold[letter.Key] = (letter, done);
        return TellAsync(letter, done);
    }

    private async Task TellAsync(WaitingLetter letter, DoneLetter done)
    {
        await store.PutAsync(DoneLetter.Area + letter.Name, done.Write(), WorkCondition.Any, letter.Item.Remembered, CancellationToken.None);
        await store.DeleteAsync(letter.Key, letter.Tag, CancellationToken.None);
        _untold.TryRemove(letter.Key, out _);
    }

    private async Task<WaitingLetter?> ReplaceAsync(WaitingLetter letter, OutboxItem item) =>
        await store.PutAsync(letter.Key, item.Write(), WorkCondition.Unchanged(letter.Tag), null, CancellationToken.None) is { } tag
            ? letter with { Item = item, Tag = tag }
            : null;

    /// <summary>One that cannot be read stays where it is, and keeps no other one from going out.</summary>
    private WaitingLetter? Read(WorkItem item)
    {
        try
        {
            return new(item.Key[OutboxItem.Area.Length..], item.Tag, OutboxItem.Read(item));
        }
        catch (JsonException error)
        {
            if (_unreadable.TryAdd(item.Key, true))
            {
                log.LetterUnreadable(error, item.Key);
            }

            return null;
        }
    }
}

/// <summary>A letter as it was read.</summary>
/// <param name="Name">The key that it was given under.</param>
/// <param name="Tag">The version that was read.</param>
/// <param name="Item">What was read.</param>
internal sealed record WaitingLetter(string Name, string Tag, OutboxItem Item)
{
    public string Key => OutboxItem.Area + Name;

    /// <summary>The same at every attempt and different for every letter.</summary>
    public string Id => Item.Id(Name);
}
