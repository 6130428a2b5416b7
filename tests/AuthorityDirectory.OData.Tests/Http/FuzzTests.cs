using System.Globalization;
using System.Text.Json;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Http;

/// <summary>Tests that look at the memory of the whole process run alone.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Broken requests in numbers: whatever is sent, the answer is whole, and what is refused is refused in shape.</summary>
[Collection(nameof(Alone))]
public sealed class FuzzTests
{
    static readonly int[] _expected = [200, 204, 400, 404, 405, 414, 415, 501];

    static readonly string[] _pieces =
    [
        "(", ")", "'", "\"", "/", "$", "@", ",", ";", ":", "=", "*", "-", ".", "%", "%25", "%00", "%ED%A0%80", "😀", "+", " ", "0", "9223372036854775808", "1e999", "null", " and ", " eq ", "not ",
        "any(", "all(", "x:", "$count", "$it", "$this", "$root", "@p", "Name", "Lights", "Keepers", "Structure", "'Red'", "in (", "case(", "[", "{", "}", "]", "2024-01-01", "10:00", "T", "Z", "duration'P1D'",
        "$filter=", "&$orderby=", "&$skiptoken=", "&$expand=", "&@p=", "length(", "substring(", "matchesPattern(Name,'", "div 0", "Coast.Light'", "INF", "NaN", "-1", "\\u0000",
    ];

    /// <summary>How many requests each of the tests below sends for each seed; the environment variable <c>ODATA_FUZZ</c> says how many in all.</summary>
    static readonly int _requests = int.TryParse(Environment.GetEnvironmentVariable("ODATA_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var all) ? all / 8 : 1_500;

    static readonly ODataLimits _limits = new() { MaxSteps = 100_000, MaxResultBytes = 1_000_000 };

    /// <summary>Memory that is held by no request, in bytes: a query must leave nothing behind.</summary>
    const long Noise = 8 * 1024 * 1024;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_mutated_request_is_answered_in_shape(int seed)
    {
        var seeds = Seeds();
        Ask(seed, (random, _) => Mutate(random, seeds[random.Next(seeds.Count)]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void A_request_of_the_grammar_is_answered_in_shape(int seed) => Ask(seed, (_, grammar) => grammar.Next());

    [Theory]
    [InlineData(5)]
    public void A_mutated_request_of_the_grammar_is_answered_in_shape(int seed) => Ask(seed, (random, grammar) => Mutate(random, grammar.Next()));

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void A_batch_in_JSON_is_answered_in_shape(int seed) => AskBatches(seed, "application/json", grammar => grammar.JsonBatch());

    [Theory]
    [InlineData(8)]
    public void A_batch_in_parts_is_answered_in_shape(int seed) => AskBatches(seed, "multipart/mixed;boundary=b", grammar => grammar.MultipartBatch());

    static void Ask(int seed, Func<Random, RandomRequests, string> make)
    {
        var (random, service) = (new Random(seed), new InProcess(Some.Coast, _limits));
        var grammar = new RandomRequests(random);
        Flat(() =>
        {
            var request = make(random, grammar);
            var (path, query) = request.Split('?', 2) is [var before, var after] ? (before, after) : (request, "");
            var (status, body, spent) = service.Measured("GET", path, query);
            Assert.True(_expected.Contains(status), $"{request}: {status} {body}");
            Assert.True(status >= 400 || spent <= _limits.MaxSteps, $"{request} took {spent} steps");
            if (status >= 400)
                AssertShape(request, path, query, JsonSerializer.Deserialize<JsonElement>(body).GetProperty("error"));
            else if (body.StartsWith('{'))
                JsonSerializer.Deserialize<JsonElement>(body);
        });
    }

    static void AskBatches(int seed, string contentType, Func<RandomRequests, string> make)
    {
        var (random, service) = (new Random(seed), new InProcess(Some.Coast, _limits));
        var grammar = new RandomRequests(random);
        Flat(() =>
        {
            var batch = random.Next(3) == 0 ? Mutate(random, make(grammar)) : make(grammar);
            var (status, body) = service.Post("$batch", contentType, batch);
            Assert.True(status is 200 or 400 or 501, $"{batch}: {status} {body}");
            Assert.DoesNotContain("InternalError", body, StringComparison.Ordinal);
            if (status >= 400)
                Assert.NotEqual("", JsonSerializer.Deserialize<JsonElement>(body).GetProperty("error").GetProperty("message").GetString());
            else if (contentType == "application/json")
                Assert.All(JsonSerializer.Deserialize<JsonElement>(body).GetProperty("responses").EnumerateArray(), response => Assert.Contains(response.GetProperty("status").GetInt32(), _expected.Append(424)));
        });
    }

    /// <summary>Does something often; what is held afterwards is no more than after a tenth of it.</summary>
    static void Flat(Action ask)
    {
        for (var i = 0; i < _requests / 10; i++)
            ask();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = _requests / 10; i < _requests; i++)
            ask();
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Noise);
    }

    static void AssertShape(string request, string path, string query, JsonElement error)
    {
        Assert.NotEqual("", error.GetProperty("code").GetString());
        Assert.NotEqual("", error.GetProperty("message").GetString());
        if (!error.TryGetProperty("@query.position", out var position))
            return;
        var target = error.GetProperty("target").GetString()!;
        var length = target == "path"
            ? PercentEncoding.DecodePath(path).Length
            : query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(RawOption.Parse).Where(option => option.Source.Target == target).Max(option => option.Source.Text.Length);
        Assert.True(position.GetInt32() >= 1 && position.GetInt32() <= length + 1, $"{request}: {error}");
    }

    static List<string> Seeds()
    {
        var filters = CaseFile.Read("filter.cases").Select(row => "Lighthouses?$filter=" + row.Data.Item2);
        var functions = CaseFile.Read("functions.cases").Select(row => "Lighthouses?$select=Id&$orderby=" + row.Data.Item2);
        var orders = CaseFile.Read("orderby.cases").Select(row => "Lighthouses?" + row.Data.Item2);
        var answers = CaseFile.Read("answers.cases").Select(row => row.Data.Item2);
        var grammar = GrammarTests.Productions.Select(row => row.Data.Item2.Replace("POST ", "", StringComparison.Ordinal));
        return [.. filters, .. functions, .. orders, .. answers, .. grammar];
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
