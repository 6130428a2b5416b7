using AuthorityDirectory.OData.Tests.Support;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Tests.Http;

/// <summary>The host hears of each request before it is answered, in whatever form it came, and may refuse it.</summary>
public sealed class BeforeAnswerTests
{
    readonly List<string> _heard = [];

    [Fact]
    public async Task The_host_hears_what_is_asked_in_a_url_in_a_body_and_in_a_batch()
    {
        await using var port = await PortService.OpenAsync(before: (_, asked) =>
        {
            _heard.Add(asked);
            return new((Refusal?)null);
        });
        await port.GetAsync("Arrivals?$top=1");
        await port.PostAsync("Arrivals/$query", "$top=2", ("Content-Type", "text/plain"));
        await port.PostAsync("$batch", """{"requests":[{"id":"1","method":"GET","url":"Arrivals('A1')"},{"id":"2","method":"POST","\u0075rl":"Arrivals/$query","headers":{"Content-Type":"text/plain"},"body":"$top=3"}]}""");
        await port.PostAsync("Arrivals('A1')/Ring", "{}");

        Assert.Equal(["Arrivals?$top=1", "Arrivals?$top=2", "Arrivals('A1')", "Arrivals?$top=3", "Arrivals('A1')/Ring"], _heard);
    }

    [Fact]
    public async Task What_the_host_refuses_is_not_answered_and_does_nothing()
    {
        await using var port = await PortService.OpenAsync(before: (_, _) => new(Refusal.Unavailable("Not now.", TimeSpan.FromSeconds(10))));
        var read = await port.GetAsync("Arrivals('A1')");
        var batch = await port.PostAsync("$batch", """{"requests":[{"id":"1","method":"GET","url":"Arrivals('A1')"}]}""");
        await port.PostAsync("Arrivals('A1')/Ring", "{}");

        Assert.Equal((503, "10", "Not now."), (read.Status, read["Retry-After"], read.Error.GetProperty("message").GetString()));
        Assert.DoesNotContain("Vega", batch.Body, StringComparison.Ordinal);
        Assert.Equal("Announced", Assert.Single(port.Office.Port.Arrivals).State);
    }
}
