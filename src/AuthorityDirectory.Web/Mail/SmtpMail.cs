using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace AuthorityDirectory.Web.Mail;

/// <summary>Gives letters to a mail server.</summary>
/// <param name="from">The mailbox that they come from.</param>
/// <param name="server">The server.</param>
/// <param name="time">Says when to stop waiting.</param>
public sealed class SmtpMail(string from, SmtpOptions server, TimeProvider time) : IMail
{
    /// <summary>How long a server may take; the lease of a letter is longer.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task SendAsync(string id, Letter letter, CancellationToken cancellationToken)
    {
        using var message = Message(id, letter);
        using var client = Client();
        try
        {
            await client.SendMailAsync(message, cancellationToken).WaitAsync(Patience, time, cancellationToken);
        }
        catch (SmtpFailedRecipientException error) when ((int)error.StatusCode >= 500)
        {
            throw new LetterRefusedException($"The mail server does not take letters to this address: {error.Message}", error);
        }
    }

    private MailMessage Message(string id, Letter letter)
    {
        if (letter.Fault() is { } fault)
        {
            throw new LetterRefusedException(fault);
        }

        var sender = new MailAddress(from);
        return new MailMessage(sender, new MailAddress(letter.To))
        {
            Subject = letter.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
            Body = letter.Text, BodyEncoding = Encoding.UTF8, BodyTransferEncoding = TransferEncoding.QuotedPrintable,
            Headers = { ["Message-ID"] = $"<{id}@{sender.Host}>", ["Content-Language"] = letter.Language, ["Auto-Submitted"] = "auto-generated" },
        };
    }

    private SmtpClient Client() => new(server.Host, server.Port)
    {
        EnableSsl = server.StartTls,
        Credentials = server.User is null ? null : new NetworkCredential(server.User, server.Password),
        DeliveryFormat = SmtpDeliveryFormat.International,
    };
}
