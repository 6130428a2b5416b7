using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Mail;

/// <summary>What is no letter to one person is refused with a sentence.</summary>
public sealed class LetterTests
{
    [Theory]
    [InlineData("focal.point@example.org")]
    [InlineData("focal+point@ministry.gov.example")]
    [InlineData("o'neill_x@example.org")]
    [InlineData("точка@example.org")]
    [InlineData("point@beispiel-ä.example")]
    public void One_mailbox_is_one(string mailbox) => Assert.Null(Letter.MailboxFault(mailbox));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("nobody")]
    [InlineData("@example.org")]
    [InlineData("nobody@")]
    [InlineData(" a@example.org")]
    [InlineData("a@example.org ")]
    [InlineData("a@example.org,b@example.org")]
    [InlineData("a@example.org;b@example.org")]
    [InlineData("a@example.org b@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("A <a@example.org>")]
    [InlineData("<a@example.org>")]
    [InlineData("a@example.org (me)")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("\"x> RCPT TO:<y\"@example.org")]
    [InlineData("group:a@example.org;")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("a@example.org\nBcc: b@example.org")]
    [InlineData("a\r@example.org")]
    [InlineData("a@example.org\0")]
    [InlineData("a@exam\u0085ple.org")]
    [InlineData("a@exam\u2028ple.org")]
    public void Anything_else_is_refused_without_repeating_what_it_breaks(string mailbox)
    {
        var fault = Letter.MailboxFault(mailbox);

        Assert.EndsWith("is not a mail address: write one, such as name@example.org, and nothing else.", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(fault!, char.IsControl);
        Assert.Equal(fault, (Post.Letter() with { To = mailbox }).Fault());
    }

    [Fact]
    public void A_mailbox_is_as_long_as_mail_servers_take() =>
        Assert.NotNull(Letter.MailboxFault($"{new string('a', 250)}@example.org"));

    [Theory]
    [InlineData("")]
    [InlineData("Hello\r\nBcc: b@example.org")]
    [InlineData("Hello\n")]
    [InlineData("Hello\u2028there")]
    [InlineData("Hello\0")]
    public void A_subject_is_one_line(string subject) =>
        Assert.StartsWith("The subject of a letter is one line of text", (Post.Letter() with { Subject = subject }).Fault(), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("en\r\nBcc: b@example.org")]
    public void A_language_is_a_tag(string language) =>
        Assert.Contains("is not the tag of a language", (Post.Letter() with { Language = language }).Fault(), StringComparison.Ordinal);
}
