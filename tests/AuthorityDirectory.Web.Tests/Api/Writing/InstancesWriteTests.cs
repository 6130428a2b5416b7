using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Tests.Support;
using static AuthorityDirectory.Web.Tests.Api.Writing.SomeRequests;

namespace AuthorityDirectory.Web.Tests.Api.Writing;

/// <summary>Systems that ask now one instance and now another.</summary>
public sealed class InstancesWriteTests : IAsyncLifetime
{
    private readonly SharedStore _store = new();

    public ValueTask InitializeAsync() => _store.InitializeAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_one_instance_shows_another_takes_and_what_one_wrote_another_shows()
    {
        await using var one = await _store.StartAsync("one");
        await SeedAsync(one);
        var account = await one.InviteAsync(ActorRole.FocalPoint, "AT");
        await using var other = await _store.StartAsync("other");
        using var here = await one.SystemAsync(account);
        using var there = await other.SystemAsync(account);
        var id = NewId();

        var made = await here.PostAsync("ChangeRequests", Hours(id));
        var seen = await there.GetAsync(At(id));
        var submitted = await there.PostAsync($"{At(id)}/Submit", null, ("If-Match", made.Tag!));
        var position = other.Current.Value.Position.ToString(CultureInfo.InvariantCulture);
        var read = await here.GetAsync(At(id), ("Prefer", $"directory.position={position}, wait=30"));
        var (authority, same) = (await here.GetAsync("Authorities('AT-001')"), await there.GetAsync("Authorities('AT-001')"));
        var confirmed = await there.PostAsync("Authorities('AT-001')/Confirm", null, ("If-Match", authority.Tag!));

        Assert.Equal((201, made.Tag), (made.Status, seen.Tag));
        Assert.Equal((200, "Submitted"), (submitted.Status, submitted["Status"]));
        Assert.Equal((submitted.Tag, $"directory.position={position}"), (read.Tag, read.Headers["Preference-Applied"]));
        Assert.Equal(authority.Tag, same.Tag);
        Assert.Equal(200, confirmed.Status);
    }

    private static async Task SeedAsync(Instance instance)
    {
        var source = new Source(SourceKind.PublicSource, "A list", AsOf: new DateOnly(2026, 1, 1), AsOfPrecision: DatePrecision.Day);
        var state = AuthorityDirectory.Tests.Support.Some.State("AT");
        var written = await instance.Writer.WriteAsync(_ => Decision.Accept(new Draft
        {
            Actor = Actor.System,
            Records = [state, new Authority { Id = "AT-001", StateCode = "AT", Name = "An office", Source = source }],
        }));
        Assert.True(written.IsWritten, written.Reason);
    }
}
