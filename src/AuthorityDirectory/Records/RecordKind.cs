using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Records;

/// <summary>A kind of record as the ledger stores it: its name with version, its type, and which of its members are for whom.</summary>
public sealed class RecordKind
{
    private readonly Dictionary<string, Audience> _members = [];
    private readonly Dictionary<string, string> _lists = [];

    internal RecordKind(string name, Type type)
    {
        (Name, Type) = (name, type);
        Title = name[..name.IndexOf('.', StringComparison.Ordinal)];
    }

    /// <summary>The name on the ledger, with the version of the stored form: <c>authority.v1</c>.</summary>
    public string Name { get; }

    /// <summary>The name without version, as changes show it: <c>authority</c>.</summary>
    public string Title { get; }

    /// <summary>The type of its records.</summary>
    public Type Type { get; }

    /// <summary>The smallest audience that may know that a record exists; its part of a record is the base without which there is none.</summary>
    public Audience Base { get; internal init; } = Audience.Public;

    /// <summary>Divides a record into the parts that begin to be visible with each audience.</summary>
    /// <returns>In the order of audiences; the base always, others where they hold something. Bodies are canonical JSON.</returns>
    public IReadOnlyList<PartBody> Split(DirectoryRecord record)
    {
        var parts = new SortedDictionary<Audience, JsonObject> { [Base] = [] };
        foreach (var (name, value) in RecordJson.Write(record, Type).ToList())
        {
            foreach (var (audience, share) in Shares(name, value!))
            {
                Part(parts, audience)[name] = share;
            }
        }

        return [.. parts.Select(part => new PartBody(part.Key, CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(part.Value))))];
    }

    /// <summary>Joins the parts that an audience may see.</summary>
    /// <returns>The record as that audience sees it; null when its base is not among the parts.</returns>
    /// <exception cref="JsonException">A body is not what this version of the kind may contain.</exception>
    public DirectoryRecord? Merge(IReadOnlyList<PartBody> parts) =>
        parts.All(part => part.Audience != Base) ? null
        : parts.Count == 1 ? RecordJson.Read(parts[0].Body.Span, Type)
        : RecordJson.Read(parts.Select(part => Parse(part.Body)).Aggregate(Merge), Type);

    /// <summary>Says that whole members are for a narrower audience than the base.</summary>
    internal RecordKind Only(Audience audience, params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            _members.Add(member, audience);
        }

        return this;
    }

    /// <summary>Says that each element of a list names its own audience; the elements are kept in the order of the number that ends their id.</summary>
    internal RecordKind EachBy(string visibility, string list)
    {
        _lists.Add(list, visibility);
        return this;
    }

    private IEnumerable<(Audience Audience, JsonNode Share)> Shares(string name, JsonNode value) =>
        _lists.TryGetValue(name, out var visibility)
            ? from element in ((JsonArray)value).Order(ByNumber)
              group element.DeepClone() by AudienceOf(element, visibility) into share
              select (share.Key, (JsonNode)new JsonArray([.. share]))
            : [(_members.GetValueOrDefault(name, Base), value.DeepClone())];

    private Audience AudienceOf(JsonNode element, string visibility) =>
        (Audience)Math.Max((int)Base, (int)(Codes.Audiences.Parse((string?)element[visibility]) ?? Audience.Public));

    private JsonObject Merge(JsonObject whole, JsonObject part)
    {
        foreach (var (name, value) in part.ToList())
        {
            var share = value!.DeepClone();
            whole[name] = _lists.ContainsKey(name) && whole[name] is JsonArray list ? Join(list, (JsonArray)share) : share;
        }

        return whole;
    }

    private static JsonArray Join(JsonArray one, JsonArray other) =>
        [.. one.Concat(other).Order(ByNumber).Select(element => element!.DeepClone())];

    private static JsonObject Part(SortedDictionary<Audience, JsonObject> parts, Audience audience) =>
        parts.TryGetValue(audience, out var part) ? part : parts[audience] = [];

    private static JsonObject Parse(ReadOnlyMemory<byte> body) => (JsonObject)JsonNode.Parse(body.Span)!;

    private static readonly IComparer<JsonNode?> ByNumber = Comparer<JsonNode?>.Create((a, b) => Number(a).CompareTo(Number(b)));

    private static int Number(JsonNode? element)
    {
        var id = (string)element!["id"]!;
        return int.Parse(id.AsSpan(id.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1), CultureInfo.InvariantCulture);
    }
}

/// <summary>The share of a record that begins to be visible with one audience.</summary>
/// <param name="Audience">The smallest audience that may see it.</param>
/// <param name="Body">Canonical JSON, UTF-8: an object with some of the record's members.</param>
public sealed record PartBody(Audience Audience, ReadOnlyMemory<byte> Body);
