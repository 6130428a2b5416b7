using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Tests.Api.Writing;
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

    [Fact]
    public async Task A_client_of_a_State_compiles_and_submits_what_it_asks_for()
    {
        await using var own = new WritingDirectory();
        await own.InitializeAsync();
        var token = await own.TokenAsync(await own.InviteAsync(ActorRole.FocalPoint, "AT"));

        Assert.Equal("written", await clients.RunAsync("writing-client", own, token));
    }
}
