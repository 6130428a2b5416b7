using System.Globalization;
using System.Security.Cryptography;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Web.Requests;

/// <summary>What is wrong with a file that somebody wants to keep beside a request.</summary>
public enum PaperFault
{
    /// <summary>It does not begin as a PDF does.</summary>
    NotAPdf,

    /// <summary>It is larger than <see cref="Attachments.MostBytes"/>.</summary>
    TooLarge,
}

/// <summary>Keeps the papers of requests in the work store, in pieces, under the hash of their bytes.</summary>
/// <remarks>While only a draft names a paper it goes away by itself; once a request on the ledger does, it stays.</remarks>
public sealed class Attachments(IWorkStore store)
{
    /// <summary>The most bytes of a paper.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const string Area = "attachment/";
    private const int Piece = 1_300_000;
    private const int MostOfName = 100;
    private static readonly TimeSpan WhileDraft = 2 * RequestDrafts.Lifetime;

    /// <summary>Keeps a paper.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="name">Its name, as the browser gave it.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="LedgerUnavailableException">The store does not answer.</exception>
    public async Task<(Attachment? Kept, PaperFault? Fault)> KeepAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostBytes + 1];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MostBytes)
        {
            return (null, PaperFault.TooLarge);
        }

        if (!bytes.AsSpan(0, length).StartsWith("%PDF-"u8))
        {
            return (null, PaperFault.NotAPdf);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)));
        for (var at = 0; at < length; at += Piece)
        {
            await PutAsync(Key(hash, at / Piece), bytes.AsMemory(at, Math.Min(Piece, length - at)), cancellationToken);
        }

        return (new Attachment(CleanName(name), hash, length), null);
    }

    /// <summary>The bytes of a paper; null when it is no longer there.</summary>
    public async Task<byte[]?> FindAsync(Attachment paper, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        for (var piece = 0; piece < Pieces(paper); piece++)
        {
            if (await store.GetAsync(Key(paper.Hash, piece), cancellationToken) is not { } item)
            {
                return null;
            }

            bytes.Write(item.Content.Span);
        }

        return bytes.Length == paper.Bytes ? bytes.ToArray() : null;
    }

    /// <summary>Lets a paper stay for good, because a request on the ledger is about to name it.</summary>
    /// <returns>Whether it is there.</returns>
    public async Task<bool> KeepForGoodAsync(Attachment paper, CancellationToken cancellationToken)
    {
        for (var piece = 0; piece < Pieces(paper); piece++)
        {
            if (await store.GetAsync(Key(paper.Hash, piece), cancellationToken) is not { } item)
            {
                return false;
            }

            if (item.ExpiresAt is not null)
            {
                await store.PutAsync(item.Key, item.Content, WorkCondition.Any, null, cancellationToken);
            }
        }

        return true;
    }

    /// <summary>The last part of a path, without what no file name should hold; it ends in <c>.pdf</c>.</summary>
    public static string CleanName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '.' or '(' or ')')).Trim(' ', '.');
        var stem = clean.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? clean[..^4].Trim(' ', '.') : clean;
        return (stem.Length == 0 ? "document" : stem[..Math.Min(stem.Length, MostOfName)]) + ".pdf";
    }

    /// <summary>Writes a piece, unless it is there to stay.</summary>
    private async Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(key, cancellationToken) is not { ExpiresAt: null })
        {
            await store.PutAsync(key, content, WorkCondition.Any, WhileDraft, cancellationToken);
        }
    }

    private static int Pieces(Attachment paper) => (int)((paper.Bytes + Piece - 1) / Piece);

    private static string Key(string hash, int piece) => Area + hash + '/' + piece.ToString(CultureInfo.InvariantCulture);
}
