using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Storage.Tests.Work;

public sealed class FolderWorkStoreTests : WorkStoreSpecification, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_was_put_is_there_after_reopening()
    {
        var tag = await Open().PutAsync(Key("a"), "first"u8.ToArray(), WorkCondition.Any, TimeSpan.FromDays(1), Token);

        var item = await Open().GetAsync(Key("a"), Token);

        Assert.Equal((tag, Clock.Now.AddDays(1)), (item!.Tag, item.ExpiresAt));
    }

    [Fact]
    public async Task A_file_that_was_not_written_here_is_named()
    {
        var store = Open();
        await store.PutAsync(Key("a"), "first"u8.ToArray(), WorkCondition.Any, null, Token);
        await File.WriteAllTextAsync(_folder.In(Key("a")), "something else", Token);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await store.GetAsync(Key("a"), Token));

        Assert.Contains(Key("a"), error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    protected override IWorkStore Open() => new FolderWorkStore(_folder.Path, Clock);
}
