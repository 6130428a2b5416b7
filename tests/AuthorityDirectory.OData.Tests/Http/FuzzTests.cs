using System.Text.Json;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Http;

/// <summary>Broken requests in numbers: whatever is sent, the answer is whole, and what is refused is refused in shape.</summary>
public sealed class FuzzTests
{
    static readonly int[] _expected = [200, 204, 400, 404, 405, 414, 415, 501];

    static readonly string[] _pieces =
    [
        "(", ")", "'", "\"", "/", "$", "@", ",", ";", ":", "=", "*", "-", ".", "%", "%25", "%00", "%ED%A0%80", "😀", "+", " ", "0", "9223372036854775808", "1e999", "null", " and ", " eq ", "not ",
        "any(", "all(", "x:", "$count", "$it", "$this", "$root", "@p", "Name", "Lights", "Keepers", "Structure", "'Red'", "in (", "case(", "[", "{", "}", "]", "2024-01-01", "10:00", "T", "Z", "duration'P1D'",
        "$filter=", "&$orderby=", "&$skiptoken=", "&$expand=", "&@p=", "length(", "substring(", "matchesPattern(Name,'", "div 0", "Coast.Light'", "INF", "NaN", "-1", "\\u0000",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_mutated_request_is_answered_in_shape(int seed)
    {
        var random = new Random(seed);
        var requests = Seeds();
        var service = new InProcess(Some.Coast, new ODataLimits { MaxSteps = 100_000, MaxResultBytes = 1_000_000 });
        for (var i = 0; i < 2_500; i++)
        {
            var request = Mutate(random, requests[random.Next(requests.Count)]);
            var (path, query) = request.Split('?', 2) is [var before, var after] ? (before, after) : (request, "");
            var (status, body) = service.Get(path, query);
            Assert.True(_expected.Contains(status), $"{request}: {status} {body}");
            if (status >= 400)
                AssertShape(request, path, query, JsonSerializer.Deserialize<JsonElement>(body).GetProperty("error"));
            else if (body.StartsWith('{'))
                JsonSerializer.Deserialize<JsonElement>(body);
        }
    }

    static void AssertShape(string request, string path, string query, JsonElement error)
    {
        Assert.NotEqual("", error.GetProperty("code").GetString());
        Assert.NotEqual("", error.GetProperty("message").GetString());
        if (!error.TryGetProperty("@query.position", out var position))
            return;
        var target = error.GetProperty("target").GetString()!;
        var text = target == "path"
            ? PercentEncoding.DecodePath(path)
            : query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(RawOption.Parse).Where(option => option.Source.Target == target).Max(option => option.Source.Text);
        Assert.True(position.GetInt32() >= 1 && position.GetInt32() <= text!.Length + 1, $"{request}: {error}");
    }

    static List<string> Seeds()
    {
        var filters = CaseFile.Read("filter.cases").Select(row => "Lighthouses?$filter=" + row.Data.Item2);
        var functions = CaseFile.Read("functions.cases").Select(row => "Lighthouses?$select=Id&$orderby=" + row.Data.Item2);
        var orders = CaseFile.Read("orderby.cases").Select(row => "Lighthouses?" + row.Data.Item2);
        var answers = CaseFile.Read("answers.cases").Select(row => row.Data.Item2);
        return [.. filters, .. functions, .. orders, .. answers];
    }

    static string Mutate(Random random, string request)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var (from, to) = (random.Next(request.Length + 1), random.Next(request.Length + 1));
            (from, to) = (Math.Min(from, to), Math.Min(Math.Max(from, to), Math.Min(from, to) + 12));
            request = random.Next(4) switch
            {
                0 => request.Insert(from, _pieces[random.Next(_pieces.Length)]),
                1 => request.Remove(from, to - from),
                2 => request.Insert(to, request[from..to]),
                _ => request[..from] + _pieces[random.Next(_pieces.Length)] + request[to..],
            };
        }
        return request;
    }
}
