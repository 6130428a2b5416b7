using System.Text;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Requests;

public sealed class AttachmentsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("papers-");
    private readonly SetClock _clock = new(DirectoryHost.Now);
    private readonly FolderWorkStore _store;
    private readonly Attachments _papers;

    public AttachmentsTests()
    {
        _store = new(_folder.FullName, _clock);
        _papers = new(_store);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(20)]
    [InlineData(1_300_000)]
    [InlineData(Attachments.MostBytes)]
    public async Task A_paper_comes_back_as_it_was_whatever_its_size(int size)
    {
        var bytes = Pdf(size);

        var (kept, fault) = await _papers.KeepAsync(new MemoryStream(bytes), "note.pdf", Token);

        Assert.Null(fault);
        Assert.Equal(size, kept!.Bytes);
        Assert.Equal(bytes, await _papers.FindAsync(kept, Token));
    }

    [Fact]
    public async Task What_is_no_PDF_or_too_large_is_not_kept()
    {
        Assert.Equal(PaperFault.NotAPdf, (await _papers.KeepAsync(new MemoryStream("<html>%PDF-"u8.ToArray()), "note.pdf", Token)).Fault);
        Assert.Equal(PaperFault.NotAPdf, (await _papers.KeepAsync(new MemoryStream(), "note.pdf", Token)).Fault);
        Assert.Equal(PaperFault.TooLarge, (await _papers.KeepAsync(new MemoryStream(Pdf(Attachments.MostBytes + 1)), "note.pdf", Token)).Fault);
        Assert.Empty(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_paper_goes_away_with_its_draft_but_stays_with_a_request_also_when_another_draft_names_it()
    {
        var lost = (await _papers.KeepAsync(new MemoryStream(Pdf(30)), "a.pdf", Token)).Kept!;
        var stays = (await _papers.KeepAsync(new MemoryStream(Pdf(40)), "b.pdf", Token)).Kept!;
        Assert.True(await _papers.KeepForGoodAsync(stays, Token));
        await _papers.KeepAsync(new MemoryStream(Pdf(40)), "c.pdf", Token);

        _clock.Now += 2 * RequestDrafts.Lifetime;

        Assert.Null(await _papers.FindAsync(lost, Token));
        Assert.False(await _papers.KeepForGoodAsync(lost, Token));
        Assert.NotNull(await _papers.FindAsync(stays, Token));
    }

    [Theory]
    [InlineData("note.pdf", "note.pdf")]
    [InlineData(@"C:\notes\Note 12-2026 (signed).PDF", "Note 12-2026 (signed).pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("a\r\nSet-Cookie: x\".pdf", "aSet-Cookie x.pdf")]
    [InlineData("..", "document.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData("ملاحظة.pdf", "ملاحظة.pdf")]
    public void A_name_keeps_nothing_of_a_path_or_a_header(string given, string clean) => Assert.Equal(clean, Attachments.CleanName(given));

    public void Dispose()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    private static byte[] Pdf(int size)
    {
        var bytes = new byte[size];
        Encoding.ASCII.GetBytes("%PDF-1.7\n").CopyTo(bytes, 0);
        bytes[^1] = 7;
        return bytes;
    }
}
