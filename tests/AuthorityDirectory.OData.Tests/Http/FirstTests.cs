using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Http;

public sealed class FirstTests(CoastService coast, ITestOutputHelper output)
{
    [Fact]
    public async Task Show()
    {
        foreach (var request in File.ReadAllLines("/tmp/reqs.txt"))
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, request.Replace("4.01!", ""));
            if (request.StartsWith("4.01!", StringComparison.Ordinal)) message.Headers.Add("OData-MaxVersion", "4.01");
            var answer = await coast.Client.SendAsync(message, TestContext.Current.CancellationToken);
            output.WriteLine($"{request}\n  {(int)answer.StatusCode} {answer.Content.Headers.ContentType} {answer.Headers.ETag}\n  {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }
    }
}
