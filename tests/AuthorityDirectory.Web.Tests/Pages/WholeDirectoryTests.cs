using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

/// <summary>What must hold for every State and every authority is asked of every one.</summary>
public sealed class WholeDirectoryTests(DirectoryWithEverything host)
{
    private const int MostBytesOfAStatePage = 60 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_of_every_State_with_stylesheet_and_icon_is_at_most_60_KB()
    {
        var shared = (await host.Client.GetByteArrayAsync("/site.css", Cancellation)).Length + (await host.Client.GetByteArrayAsync("/favicon.svg", Cancellation)).Length;

        foreach (var code in host.View.States.Select(state => state.Record.Code))
        {
            var page = await host.Client.GetByteArrayAsync($"/en/states/{code}", Cancellation);
            Assert.True(page.Length + shared <= MostBytesOfAStatePage, $"{code} has {page.Length + shared} bytes");
        }
    }

    [Fact]
    public async Task Every_authority_has_a_page_and_stands_on_the_page_of_its_State()
    {
        foreach (var state in host.View.States)
        {
            var profile = await host.PageAsync($"/en/states/{state.Record.Code}");
            foreach (var id in state.Authorities.Select(authority => authority.Record.Id))
            {
                Assert.NotEmpty(profile.QuerySelectorAll($"a[href='/en/authorities/{id}']"));
                Assert.NotEmpty((await host.PageAsync($"/en/authorities/{id}")).Text("h1"));
            }
        }
    }

    [Fact]
    public async Task A_restricted_contact_point_shows_on_no_public_page()
    {
        var paths = host.View.States.Select(state => $"/en/states/{state.Record.Code}")
            .Concat(host.View.Authorities.Select(authority => $"/en/authorities/{authority.Record.Id}"))
            .Concat(SomePages.All.Select(row => row.Data))
            .Append($"/en/find?from=FR&to={DirectoryWithEverything.WithRestrictedContacts[..2]}&need=mla&how=formal-urgent")
            .Append($"/en/search?q={Uri.EscapeDataString(Some.GovernmentContact[..^3])}");

        foreach (var path in paths)
        {
            using var response = await host.Client.GetAsync(path, Cancellation);
            var page = Uri.UnescapeDataString(await response.Content.ReadAsStringAsync(Cancellation));
            Assert.DoesNotContain(Some.GovernmentContact, page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Some.SecretariatContact, page, StringComparison.Ordinal);
            Assert.DoesNotContain(Some.SecretariatContact.Replace(" ", "", StringComparison.Ordinal), page, StringComparison.Ordinal);
        }
    }
}
