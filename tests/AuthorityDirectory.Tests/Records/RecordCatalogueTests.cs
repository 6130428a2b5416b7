using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Records;

/// <summary>A sample is the stored form: an object with a member for each part. A new property of a record must leave every committed sample as it is.</summary>
public sealed class RecordCatalogueTests
{
    public static TheoryData<string> Kinds => [.. RecordCatalogue.All.Select(kind => kind.Name)];

    public static TheoryData<string> Samples => [.. Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_sample_that_fills_each_of_its_members(string name)
    {
        var whole = Parts($"{name}.json").Select(part => part.Body).Aggregate("", (text, body) => text + Encoding.UTF8.GetString(body.Span));
        var members = RecordCatalogue.Find(name)!.Type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.All(members.Where(member => member != "key"), member => Assert.Contains($"\"{member}\":", whole, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_stored_sample_reads_and_is_written_again_byte_for_byte(string file)
    {
        var kind = RecordCatalogue.All.Single(kind => file.StartsWith(kind.Name + ".", StringComparison.Ordinal));
        var stored = Parts(file);

        var written = kind.Split(kind.Merge(stored)!);

        Assert.Equal(Lines(stored), Lines(written));
    }

    [Fact]
    public void A_restricted_contact_point_stands_in_the_part_of_its_audience_alone()
    {
        var parts = Lines(RecordCatalogue.Of<Authority>().Split(Some.Authority()));

        Assert.Collection(parts,
            part => Assert.DoesNotContain(Some.GovernmentContact, part, StringComparison.Ordinal),
            part => Assert.Equal($$"""Government {"contactPoints":[{"id":"AT-001-c2","kind":"email","value":"{{Some.GovernmentContact}}","visibility":"government"}]}""", part),
            part => Assert.StartsWith("""Secretariat {"contactPoints":[{"id":"AT-001-c3",""", part, StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_join_into_what_an_audience_sees_with_contact_points_by_number()
    {
        var kind = RecordCatalogue.Of<Authority>();
        var contacts = new[] { 10, 2, 1, 11 }.Select(n => Some.Contact($"AT-001-c{n}", ContactKind.Email, "a@example.org", n % 2 == 0 ? Audience.Public : Audience.Government));
        var parts = kind.Split(Some.Authority() with { ContactPoints = [.. contacts] });

        Assert.Equal(["AT-001-c2", "AT-001-c10"], Ids(kind.Merge([.. parts.Take(1)])));
        Assert.Equal(["AT-001-c1", "AT-001-c2", "AT-001-c10", "AT-001-c11"], Ids(kind.Merge(parts)));
        Assert.Null(kind.Merge([.. parts.Skip(1)]));
    }

    [Theory]
    [InlineData("""{"code":"x","name":"X","description":"X.","source":{"kind":"public-source"},"colour":"red"}""", "colour")]
    [InlineData("""{"code":"x","name":"X","description":"X.","source":{"kind":"hearsay"}}""", "hearsay")]
    [InlineData("""{"code":"x","name":"X","source":{"kind":"public-source"}}""", "description")]
    [InlineData("""{"code":"x","name":null,"description":"X.","source":{"kind":"public-source"}}""", "name")]
    public void What_this_version_would_lose_or_miss_is_refused_by_name(string body, string name)
    {
        var error = Assert.Throws<JsonException>(() => RecordCatalogue.Of<Channel>().Merge([new(Audience.Public, Encoding.UTF8.GetBytes(body))]));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(DirectoryRecord? record) => ((Authority)record!).ContactPoints.Select(contact => contact.Id);

    private static List<PartBody> Parts(string file) =>
    [
        .. from part in (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), file)))!
           let body = CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(part.Value))
           select new PartBody(Codes.Audiences.Parse(part.Key)!.Value, body),
    ];

    private static List<string> Lines(IEnumerable<PartBody> parts) => [.. parts.Select(part => $"{part.Audience} {Encoding.UTF8.GetString(part.Body.Span)}")];

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Samples");
}
