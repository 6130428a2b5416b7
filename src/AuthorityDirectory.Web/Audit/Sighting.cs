using System.Text.Json;
using System.Text.Json.Serialization;
using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Web.Audit;

/// <summary>By what somebody sees something.</summary>
public enum Means
{
    /// <summary>A page.</summary>
    Page,

    /// <summary>The API.</summary>
    Api,

    /// <summary>A file that is taken away.</summary>
    Download,
}

/// <summary>That an account was shown something that not everybody may see.</summary>
/// <param name="Account">Its id.</param>
/// <param name="Role">In which role.</param>
/// <param name="Means">By what.</param>
/// <param name="What">The record (<c>AT</c>, <c>AT-001</c>), or what was asked for: path and query, at most <see cref="Longest"/> characters.</param>
public sealed record Sighting(string Account, ActorRole Role, Means Means, string What)
{
    /// <summary>So much of what was asked for is kept.</summary>
    public const int Longest = 500;

    /// <summary>What was asked for, as far as it is kept.</summary>
    public static string Shortened(string asked) => asked.Length <= Longest ? asked : asked[..Longest];
}

/// <summary>A sighting, and the times on one day.</summary>
/// <param name="Sighting">What was seen, by whom.</param>
/// <param name="First">When first, UTC.</param>
/// <param name="Last">When last, UTC, as far as it is known.</param>
/// <param name="Times">How many times, as far as it is known; at least one.</param>
public sealed record Sightings(Sighting Sighting, DateTimeOffset First, DateTimeOffset Last, int Times)
{
    private static readonly JsonSerializerOptions Form = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What two instances, or one before and after a restart, noted of the same day.</summary>
    public Sightings With(Sightings other) =>
        this with { First = First < other.First ? First : other.First, Last = Last > other.Last ? Last : other.Last, Times = Times + other.Times };

    internal static byte[] Write(IReadOnlyList<Sightings> lines) => JsonSerializer.SerializeToUtf8Bytes(lines, Form);

    internal static IReadOnlyList<Sightings> Read(ReadOnlyMemory<byte> content) => JsonSerializer.Deserialize<IReadOnlyList<Sightings>>(content.Span, Form)!;
}
