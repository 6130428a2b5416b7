using System.Net.Mail;
using System.Security.Authentication;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Mail;

/// <summary>Letters to a real mail server.</summary>
public sealed class SmtpMailTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Your link", "Follow https://directory.example.org/link/secret\n\n.\nwithin 15 minutes.\n")]
    [InlineData("تذكير: حان وقت تأكيد بيانات السلطة المركزية", "مرحبا\nhttps://directory.example.org/ar/")]
    [InlineData("提醒：请确认贵国主管机关的资料，以便他国联系，以便他国联系，以便他国联系，以便他国联系", "您好！")]
    [InlineData("A subject that is longer than any line of a mail may be, so that whoever writes it has to fold it somewhere between two of its many, many words", "é")]
    public async Task A_letter_arrives_as_it_was_written(string subject, string text)
    {
        using var server = await SmtpServer.StartAsync();

        await Mail(server.Open).SendAsync("20261102-abc", Post.Letter(text: text) with { Subject = subject }, Cancellation);
        var letter = Assert.Single(await server.ReceivedAsync());

        Assert.Equal((subject, text.TrimEnd(), (string?)null), (letter.Subject, letter.Text.TrimEnd(), letter.Html));
        Assert.Equal((Post.From, "focal.point@example.org", "focal.point@example.org"), (letter.From, Assert.Single(letter.To), letter.HeaderTo));
        Assert.Equal(("<20261102-abc@example.org>", "en"), (letter.Id, letter.Language));
        Assert.Contains("Auto-Submitted: auto-generated", letter.Headers);
    }

    [Fact]
    public async Task What_would_write_a_header_of_its_own_does_not_reach_the_server()
    {
        using var server = await SmtpServer.StartAsync();
        var mail = Mail(server.Open);

        await Assert.ThrowsAsync<LetterRefusedException>(() => mail.SendAsync("a", Post.Letter("a@example.org\r\nBcc: b@example.org"), Cancellation));
        await Assert.ThrowsAsync<LetterRefusedException>(() => mail.SendAsync("a", Post.Letter("a@example.org,b@example.org"), Cancellation));
        await Assert.ThrowsAsync<LetterRefusedException>(() => mail.SendAsync("a", Post.Letter() with { Subject = "Hello\r\nBcc: b@example.org" }, Cancellation));

        Assert.Empty(await server.ReceivedAsync());
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_refused_for_good_and_one_that_is_full_is_not()
    {
        using var server = await SmtpServer.StartAsync();

        var refusal = await Assert.ThrowsAsync<LetterRefusedException>(() => Mail(server.Open).SendAsync("a", Post.Letter("nobody@example.org"), Cancellation));
        await Assert.ThrowsAnyAsync<SmtpException>(() => Mail(server.Open).SendAsync("a", Post.Letter("full@example.org"), Cancellation));

        Assert.Contains("No such mailbox", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_encrypt_gets_no_letter_unless_that_was_allowed()
    {
        using var server = await SmtpServer.StartAsync();

        await Assert.ThrowsAsync<SmtpException>(() => Mail(server.Open with { StartTls = true }).SendAsync("a", Post.Letter(), Cancellation));

        Assert.Empty(await server.ReceivedAsync());
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_no_letter_and_no_password()
    {
        var (key, certificate) = OwnCertificate.Make();
        using var server = await SmtpServer.StartAsync(settings: new { key, cert = certificate, user = "directory", password = "secret" });

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => Mail(new("localhost", server.Port, StartTls: true, "directory", "secret")).SendAsync("a", Post.Letter(), Cancellation));

        Assert.IsType<AuthenticationException>(refusal.GetBaseException());
        Assert.Empty(await server.ReceivedAsync());
    }

    private static SmtpMail Mail(SmtpOptions server) => new(Post.From, server, TimeProvider.System);
}
