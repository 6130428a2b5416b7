using System.Text;
using AuthorityDirectory.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace AuthorityDirectory.Tests.Ledger;

public sealed class CanonicalJsonTests
{
    public static TheoryData<string, string> Vectors =>
        new(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Ledger", "canonical-json.vectors"))
            .Where(line => line.Contains('⇶') && !line.StartsWith('#'))
            .Select(line => line.Split('⇶'))
            .Select(sides => (sides[0][..^1], sides[1][1..])));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_vector_has_its_canonical_form_or_its_error(string input, string expected)
    {
        var json = Bytes(input);

        if (expected.StartsWith('!'))
        {
            Assert.Contains(expected[2..], Assert.Throws<FormatException>(() => CanonicalJson.Canonicalize(json)).Message, StringComparison.Ordinal);
            Assert.False(CanonicalJson.IsCanonical(json));
            return;
        }

        var canonical = CanonicalJson.Canonicalize(json);
        Assert.Equal(Encoding.UTF8.GetString(Bytes(expected)), Encoding.UTF8.GetString(canonical));
        Assert.True(CanonicalJson.IsCanonical(canonical));
        Assert.Equal(canonical.AsSpan().SequenceEqual(json), CanonicalJson.IsCanonical(json));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_beginning_of_a_canonical_object_is_known_as_cut_short(string input, string expected)
    {
        var canonical = expected.StartsWith('!') ? "{}"u8.ToArray() : [.. "{\"a\":"u8, .. CanonicalJson.Canonicalize(Bytes(input)), .. "}"u8];

        for (var length = 0; length < canonical.Length; length++)
        {
            Assert.True(CanonicalJson.IsCutShort(canonical.AsSpan(0, length)), $"first {length} bytes");
        }

        Assert.False(CanonicalJson.IsCutShort(canonical));
        Assert.False(CanonicalJson.IsCutShort([.. canonical, (byte)' ']));
    }

    [Fact]
    public void Values_nest_sixty_four_deep_and_no_deeper()
    {
        var deepest = Encoding.UTF8.GetBytes(new string('[', 64) + new string(']', 64));
        byte[] deeper = [.. "["u8, .. deepest, .. "]"u8];

        Assert.Equal(deepest, CanonicalJson.Canonicalize(deepest));
        Assert.False(CanonicalJson.IsCanonical(deeper));
        Assert.Throws<FormatException>(() => CanonicalJson.Canonicalize(deeper));
    }

    [Fact]
    public void Any_text_survives_and_has_one_form() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), texts =>
        {
            var written = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(texts.Select(Valid));
            var canonical = CanonicalJson.Canonicalize(written);
            return CanonicalJson.IsCanonical(canonical)
                && System.Text.Json.JsonSerializer.Deserialize<string[]>(canonical)!.SequenceEqual(texts.Select(Valid));
        }).QuickCheckThrowOnFailure();

    private static string Valid(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));

    private static byte[] Bytes(string side) =>
        side.StartsWith("hex:", StringComparison.Ordinal)
            ? Convert.FromHexString(side[4..].Replace(" ", "", StringComparison.Ordinal))
            : Encoding.UTF8.GetBytes(side);
}
