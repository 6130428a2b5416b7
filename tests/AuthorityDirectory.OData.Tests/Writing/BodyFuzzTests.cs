using System.Text;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Http;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Tests.Support;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Tests.Writing;

/// <summary>Bodies with pieces changed: each is read as declared or refused, and nothing else happens.</summary>
public sealed class BodyFuzzTests
{
    const string Good = """{"Id":"A2","Ship":"Sirius","Day":"2026-06-01","Draught":7,"Main":"Fish","Loads":[{"Cargo":"Timber","Tonnes":1.5,"Holds":[{"Number":1,"Seal":"x"}]}],"Flags":["a"],"Note":null}""";

    static readonly string[] _pieces = ["null", "true", "-1", "1e400", "\"\\ud800\"", "\"\"", "[]", "{}", "{\"\":0}", ",", ":", "\"", "\\", "\0", "\uFEFF", "é", "[[[[", "}}", "@odata.type", "\"Id\":1,", "0.0000000000000000000000000001"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_body_is_read_or_refused(int seed)
    {
        var random = new Random(seed);
        var shape = Port.Model.Sources.OfType<EntitySet>().First(set => set.Insert is not null).Insert!.Input;
        for (var i = 0; i < 3_000; i++)
        {
            var body = Changed(random);
            var request = new ODataRequest("POST", "Arrivals", "", "~/", name => name == "Content-Type" ? "application/json" : default) { Body = body };
            var error = Record.Exception(() => BodyReader.Read(request, shape, new ODataLimits()));
            Assert.True(error is null or QueryException { Error.Status: 400 or 501 }, $"{Encoding.UTF8.GetString(body)}: {error}");
        }
    }

    static byte[] Changed(Random random)
    {
        var text = Good;
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(text.Length);
            var removed = Math.Min(random.Next(12), text.Length - at);
            text = text.Remove(at, removed).Insert(at, random.Next(3) == 0 ? "" : _pieces[random.Next(_pieces.Length)]);
        }
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && random.Next(5) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }
}
