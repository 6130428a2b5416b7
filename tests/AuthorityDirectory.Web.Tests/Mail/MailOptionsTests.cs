using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;
using Microsoft.Extensions.Configuration;

namespace AuthorityDirectory.Web.Tests.Mail;

public sealed class MailOptionsTests
{
    private const string Smtp = "Mail:Kind=Smtp|Mail:From=directory@example.org|Mail:Smtp:Host=mail.example.org";

    [Theory]
    [InlineData(true, MailKind.Folder)]
    [InlineData(false, MailKind.None)]
    public void Without_a_setting_letters_lie_in_a_folder_in_Development_and_elsewhere_none_are_sent(bool isDevelopment, MailKind kind) =>
        Assert.Equal(new MailOptions(kind, "directory@localhost", null), Read("", isDevelopment));

    [Fact]
    public void A_server_is_spoken_to_encrypted_where_mail_is_submitted() =>
        Assert.Equal(new SmtpOptions("mail.example.org", 587, true, null, null), Read(Smtp).Smtp);

    [Fact]
    public void A_server_that_asks_who_sends_is_told() =>
        Assert.Equal(
            new SmtpOptions("mail.example.org", 25, true, "directory", "secret"), Read($"{Smtp}|Mail:Smtp:Port=25|Mail:Smtp:StartTls=true|Mail:Smtp:User=directory|Mail:Smtp:Password=secret").Smtp);

    [Fact]
    public void A_password_is_not_written_where_options_are() =>
        Assert.DoesNotContain("secret", $"{Read($"{Smtp}|Mail:Smtp:User=directory|Mail:Smtp:Password=secret")}", StringComparison.Ordinal);

    [Theory]
    [InlineData("Mail:Kind=Pigeon", "Mail:Kind is \"Pigeon\". Allowed: None, Folder, Smtp.")]
    [InlineData("Mail:Kind=2", "Mail:Kind is \"2\". Allowed: None, Folder, Smtp.")]
    [InlineData("Mail:Kind=Smtp", "Mail:Kind is Smtp, and Mail:Smtp:Host is not set: give the name of the mail server.")]
    [InlineData("Mail:Kind=Smtp|Mail:Smtp:Host=mail", "Mail:Kind is Smtp, and Mail:From is not set: give the address that letters come from, such as directory@example.org.")]
    [InlineData("Mail:From=The directory <a@example.org>", "Mail:From is \"The directory <a@example.org>\". Allowed: one mail address such as directory@example.org, and nothing else.")]
    [InlineData($"{Smtp}|Mail:Smtp:Port=0", "Mail:Smtp:Port is \"0\". Allowed: a number from 1 to 65535.")]
    [InlineData($"{Smtp}|Mail:Smtp:Port=65536", "Mail:Smtp:Port is \"65536\". Allowed: a number from 1 to 65535.")]
    [InlineData($"{Smtp}|Mail:Smtp:StartTls=maybe", "Mail:Smtp:StartTls is \"maybe\". Allowed: true, false.")]
    [InlineData($"{Smtp}|Mail:Smtp:User=directory", "Of Mail:Smtp:User and Mail:Smtp:Password only one is set: set both, or neither for a server that takes mail without signing in.")]
    [InlineData($"{Smtp}|Mail:Smtp:Password=secret", "Of Mail:Smtp:User and Mail:Smtp:Password only one is set: set both, or neither for a server that takes mail without signing in.")]
    [InlineData(
        $"{Smtp}|Mail:Smtp:User=a|Mail:Smtp:Password=b|Mail:Smtp:StartTls=false",
        "Mail:Smtp:StartTls is false, and a password would cross the network for all to read: leave it true, or take Mail:Smtp:User and Mail:Smtp:Password away.")]
    public async Task A_wrong_setting_is_refused_with_what_is_allowed(string settings, string sentence)
    {
        Assert.Equal(sentence, Assert.Throws<StartRefusedException>(() => Read(settings)).Message);
        Assert.Equal(sentence, (await Assert.ThrowsAsync<StartRefusedException>(() => DirectoryApplication.CreateAsync([.. settings.Split('|').Select(setting => $"--{setting}")]))).Message);
    }

    private static MailOptions Read(string settings, bool isDevelopment = false) => MailOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Split('|').Select(setting => setting.Split('=')).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => (string?)pair[1])).Build(),
        isDevelopment);
}
