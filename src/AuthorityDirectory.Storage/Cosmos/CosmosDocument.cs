using System.Buffers;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>An entry as an item of the container: <c>{"id":"000000000001","ledger":"directory","entry":{…}}</c>.</summary>
/// <remarks>The service keeps JSON, not bytes: the entry is brought back to its canonical form before it is read.</remarks>
internal static class CosmosDocument
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = CanonicalJson.MaxDepth + 16 };

    /// <summary>The id of the entry with this sequence: 12 digits, so that ids sort as sequences do.</summary>
    public static string Id(long sequence) => sequence.ToString("D12", CultureInfo.InvariantCulture);

    public static MemoryStream Write(LedgerEntry entry, string partition)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteString("id", Id(entry.Sequence));
            writer.WriteString("ledger", partition);
            writer.WritePropertyName("entry");
            writer.WriteRawValue(LedgerEntryJson.Write(entry), skipInputValidation: true);
            writer.WriteEndObject();
        }

        return new MemoryStream(output.WrittenMemory.ToArray());
    }

    /// <exception cref="StorageRefusedException">It is not an entry.</exception>
    public static async Task<LedgerEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(content, Deep, cancellationToken).ConfigureAwait(false);
        return Read(document.RootElement);
    }

    /// <exception cref="StorageRefusedException">An item is not an entry.</exception>
    public static async Task<LedgerEntry[]> ReadPageAsync(Stream content, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(content, Deep, cancellationToken).ConfigureAwait(false);
        return ReadAll([.. document.RootElement.GetProperty("Documents").EnumerateArray()]);
    }

    /// <summary>Reads on all processors: the whole ledger comes this way.</summary>
    private static LedgerEntry[] ReadAll(JsonElement[] items)
    {
        var entries = new LedgerEntry[items.Length];
        try
        {
            Parallel.For(0, items.Length, i => entries[i] = Read(items[i]));
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }

        return entries;
    }

    private static LedgerEntry Read(JsonElement item)
    {
        var id = item.GetProperty("id").GetString();
        try
        {
            var entry = LedgerEntryJson.Read(CanonicalJson.Canonicalize(JsonMarshal.GetRawUtf8Value(item.GetProperty("entry"))));
            return Id(entry.Sequence) == id ? entry : throw new FormatException($"It is entry {entry.Sequence}.");
        }
        catch (Exception error) when (error is FormatException or KeyNotFoundException)
        {
            throw new StorageRefusedException(
                $"Item {id} of the container {CosmosContainers.LedgerName} is damaged. {error.Message} Nothing was changed. Restore the account to a time before the damage.", error);
        }
    }
}
