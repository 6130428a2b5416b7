using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Api;

/// <summary>Programs made with the tools that developers use, against the running directory.</summary>
public sealed class ClientTests(SeededDirectory directory, NodeClients clients) : IClassFixture<NodeClients>
{
    [Theory]
    [InlineData("metadata-client")]
    [InlineData("query-client")]
    [InlineData("openapi-client")]
    public async Task A_client_compiles_and_reads_what_it_asks_for(string client) =>
        Assert.Equal("read", await clients.RunAsync(client, directory));
}
