using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Web.Mail;

/// <summary>A letter that waits to be sent, as the work store keeps it.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="EnqueuedAt">When somebody wanted it sent.</param>
/// <param name="Remembered">How long its key is remembered once it is done.</param>
/// <param name="Attempts">How often sending it was begun.</param>
/// <param name="NotBefore">When it may next be taken: after a lease, or after a wait.</param>
internal sealed record OutboxItem(Letter Letter, DateTimeOffset EnqueuedAt, TimeSpan Remembered, int Attempts, DateTimeOffset NotBefore)
{
    /// <summary>Where letters wait.</summary>
    public const string Area = "outbox/";

    /// <summary>Waits between attempts, for servers that are away for a moment, a night or a day.</summary>
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    /// <summary>How long to wait after the attempt that was just made; null when it was the last.</summary>
    [JsonIgnore]
    public TimeSpan? Wait => Attempts <= Waits.Length ? Waits[Attempts - 1] : null;

    /// <summary>The same at every attempt and different for every letter; in order of time.</summary>
    public string Id(string name)
    {
        var moment = EnqueuedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff'Z'", CultureInfo.InvariantCulture);
        return $"{moment}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8))}";
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    public static OutboxItem Read(WorkItem item) =>
        JsonSerializer.Deserialize<OutboxItem>(item.Content.Span, JsonSerializerOptions.Web) is { Letter: not null } letter
            ? letter
            : throw new JsonException($"{item.Key} holds no letter.");
}

/// <summary>What is remembered of a letter when it is done: that, and nothing of its text.</summary>
/// <param name="IsSent">Whether it went out; otherwise it was given up.</param>
/// <param name="At">When that was.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="To">Who did not get it; null when it went out.</param>
/// <param name="Reason">Why they did not; null when it went out.</param>
internal sealed record DoneLetter(bool IsSent, DateTimeOffset At, int Attempts, string? To, string? Reason)
{
    /// <summary>Where that is kept, under the name the letter had.</summary>
    public const string Area = "outbox-done/";

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);
}
