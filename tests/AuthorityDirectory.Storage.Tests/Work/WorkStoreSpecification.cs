using System.Text;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Storage.Tests.Work;

/// <summary>What every work store does. A store's tests derive from it and say how to open one.</summary>
public abstract class WorkStoreSpecification
{
    private static readonly ReadOnlyMemory<byte> First = "first"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Second = "second"u8.ToArray();

    protected SetClock Clock { get; } = new(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>An area that no other test uses.</summary>
    private string Area { get; } = $"t{Guid.NewGuid():N}";

    [Fact]
    public async Task What_was_put_is_got_byte_for_byte()
    {
        var store = Open();
        byte[] content = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

        var tag = await store.PutAsync(Key("a"), content, WorkCondition.Any, null, Token);

        var item = await store.GetAsync(Key("a"), Token);
        Assert.Equal((Key("a"), tag, null), (item!.Key, item.Tag, item.ExpiresAt));
        Assert.Equal(content, item.Content.ToArray());
        Assert.Null(await store.GetAsync(Key("b"), Token));
    }

    [Fact]
    public async Task The_largest_content_is_kept_and_a_larger_one_refused()
    {
        var store = Open();

        await store.PutAsync(Key("a"), new byte[WorkKey.ContentBytes], WorkCondition.Any, null, Token);

        Assert.Equal(WorkKey.ContentBytes, (await store.GetAsync(Key("a"), Token))!.Content.Length);
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.PutAsync(Key("a"), new byte[WorkKey.ContentBytes + 1], WorkCondition.Any, null, Token));
    }

    [Fact]
    public async Task Putting_again_gives_another_tag_even_to_the_same_content()
    {
        var store = Open();

        var first = await store.PutAsync(Key("a"), First, WorkCondition.Any, null, Token);
        var second = await store.PutAsync(Key("a"), First, WorkCondition.Any, null, Token);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task What_must_be_absent_is_put_once()
    {
        var store = Open();

        Assert.NotNull(await store.PutAsync(Key("a"), First, WorkCondition.Absent, null, Token));
        Assert.Null(await store.PutAsync(Key("a"), Second, WorkCondition.Absent, null, Token));
        Assert.Equal("first", await ReadAsync(store, "a"));
    }

    [Fact]
    public async Task What_must_be_unchanged_is_put_only_over_that_version()
    {
        var store = Open();
        var first = await store.PutAsync(Key("a"), First, WorkCondition.Any, null, Token);

        Assert.NotNull(await store.PutAsync(Key("a"), Second, WorkCondition.Unchanged(first!), null, Token));
        Assert.Null(await store.PutAsync(Key("a"), First, WorkCondition.Unchanged(first!), null, Token));
        Assert.Null(await store.PutAsync(Key("b"), First, WorkCondition.Unchanged(first!), null, Token));
        Assert.Equal("second", await ReadAsync(store, "a"));
    }

    [Fact]
    public async Task Of_many_who_put_what_must_be_absent_one_does()
    {
        var store = Open();

        var tags = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.PutAsync(Key("a"), First, WorkCondition.Absent, null, Token).AsTask()));

        Assert.Single(tags, tag => tag is not null);
    }

    [Fact]
    public async Task Of_many_who_delete_an_item_one_does()
    {
        var store = Open();
        await store.PutAsync(Key("a"), First, WorkCondition.Any, null, Token);

        var deleted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.DeleteAsync(Key("a"), null, Token).AsTask()));

        Assert.Single(deleted, true);
        Assert.Null(await store.GetAsync(Key("a"), Token));
    }

    [Fact]
    public async Task A_version_that_is_not_there_any_more_is_not_deleted()
    {
        var store = Open();
        var first = await store.PutAsync(Key("a"), First, WorkCondition.Any, null, Token);
        var second = await store.PutAsync(Key("a"), Second, WorkCondition.Any, null, Token);

        Assert.False(await store.DeleteAsync(Key("a"), first, Token));
        Assert.True(await store.DeleteAsync(Key("a"), second, Token));
    }

    [Fact]
    public async Task Items_are_listed_by_the_beginning_of_their_keys_in_order()
    {
        var store = Open();
        foreach (var name in new[] { "at/002", "at/001", "de/001", "atlas" })
        {
            await store.PutAsync(Key(name), First, WorkCondition.Any, null, Token);
        }

        Assert.Equal(["at/001", "at/002"], await ListAsync(store, "at/"));
        Assert.Equal(["at/001", "at/002", "atlas", "de/001"], await ListAsync(store, ""));
        Assert.Empty(await ListAsync(store, "fr/"));
    }

    [Fact]
    public async Task More_items_than_a_page_are_all_listed()
    {
        var store = Open();
        var names = Enumerable.Range(0, 120).Select(number => $"{number:000}").ToArray();
        await Task.WhenAll(names.Select(name => store.PutAsync(Key(name), First, WorkCondition.Any, null, Token).AsTask()));

        Assert.Equal(names, await ListAsync(store, ""));
    }

    [Fact]
    public async Task What_has_expired_is_not_there()
    {
        var store = Open();
        var tag = await store.PutAsync(Key("a"), First, WorkCondition.Any, TimeSpan.FromMinutes(15), Token);
        Assert.Equal(Clock.Now.AddMinutes(15), (await store.GetAsync(Key("a"), Token))!.ExpiresAt);

        Clock.Now += TimeSpan.FromMinutes(15);

        Assert.False(await store.DeleteAsync(Key("a"), tag, Token));
        Assert.Null(await store.GetAsync(Key("a"), Token));
        Assert.Empty(await ListAsync(store, ""));
    }

    [Fact]
    public async Task The_place_of_what_has_expired_is_free()
    {
        var store = Open();
        await store.PutAsync(Key("a"), First, WorkCondition.Any, TimeSpan.FromMinutes(15), Token);
        Clock.Now += TimeSpan.FromMinutes(16);

        Assert.NotNull(await store.PutAsync(Key("a"), Second, WorkCondition.Absent, null, Token));
        Assert.Equal("second", await ReadAsync(store, "a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("draft")]
    [InlineData("draft/")]
    [InlineData("/a")]
    [InlineData("Draft/a")]
    [InlineData("draft/../a")]
    [InlineData("draft/.hidden")]
    [InlineData("draft/a b")]
    [InlineData("draft/a~b")]
    [InlineData("draft/a\n")]
    public async Task What_is_no_key_is_refused(string key)
    {
        var store = Open();

        await Assert.ThrowsAsync<ArgumentException>(async () => await store.GetAsync(key, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.PutAsync(key, First, WorkCondition.Any, null, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.DeleteAsync(key, null, Token));
    }

    [Fact]
    public async Task A_list_names_an_area() => await Assert.ThrowsAsync<ArgumentException>(async () => await Open().ListAsync("draft", Token));

    /// <summary>The store, with the clock of this test.</summary>
    protected abstract IWorkStore Open();

    protected string Key(string name) => $"{Area}/{name}";

    private async Task<string?> ReadAsync(IWorkStore store, string name) =>
        await store.GetAsync(Key(name), Token) is { } item ? Encoding.UTF8.GetString(item.Content.Span) : null;

    private async Task<string[]> ListAsync(IWorkStore store, string prefix) =>
        [.. (await store.ListAsync(Key(prefix), Token)).Select(item => item.Key[(Area.Length + 1)..])];
}
