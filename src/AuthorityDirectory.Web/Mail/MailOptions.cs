using System.Globalization;
using AuthorityDirectory.Web.Hosting;

namespace AuthorityDirectory.Web.Mail;

/// <summary>How letters go out (configuration section <c>Mail</c>).</summary>
/// <param name="Kind">The way.</param>
/// <param name="From">The mailbox that they come from.</param>
/// <param name="Smtp">The server; null when they do not go to one.</param>
public sealed record MailOptions(MailKind Kind, string From, SmtpOptions? Smtp)
{
    private const string FromByDefault = "directory@localhost";

    /// <summary>Reads the section; without <c>Mail:Kind</c> letters lie in a folder in Development, and elsewhere none are sent.</summary>
    /// <exception cref="StartRefusedException">A value is missing or not one of those allowed; the message says which are.</exception>
    public static MailOptions Read(IConfiguration configuration, bool isDevelopment)
    {
        var kind = Text(configuration, "Mail:Kind") is { } text ? ParseKind(text) : isDevelopment ? MailKind.Folder : MailKind.None;
        var smtp = kind == MailKind.Smtp ? SmtpOptions.Read(configuration) : null;
        return new(kind, ParseFrom(Text(configuration, "Mail:From"), kind), smtp);
    }

    internal static string? Text(IConfiguration configuration, string setting) =>
        configuration[setting] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static MailKind ParseKind(string text) =>
        Enum.GetNames<MailKind>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<MailKind>(text, ignoreCase: true)
            : throw new StartRefusedException($"Mail:Kind is \"{text}\". Allowed: {string.Join(", ", Enum.GetNames<MailKind>())}.");

    private static string ParseFrom(string? text, MailKind kind) =>
        text is null && kind == MailKind.Smtp ? throw new StartRefusedException("Mail:Kind is Smtp, and Mail:From is not set: give the address that letters come from, such as directory@example.org.")
        : Letter.MailboxFault(text ?? FromByDefault) is null ? text ?? FromByDefault
        : throw new StartRefusedException($"Mail:From is \"{text}\". Allowed: one mail address such as directory@example.org, and nothing else.");
}

/// <summary>The ways for letters to go out.</summary>
public enum MailKind
{
    /// <summary>None: what needs mail says that it is not set up.</summary>
    None,

    /// <summary>A file each, in the folder <c>outbox</c> beside the journal; in Development <c>/dev/outbox</c> shows them.</summary>
    Folder,

    /// <summary>To a mail server.</summary>
    Smtp,
}

/// <summary>A mail server (configuration section <c>Mail:Smtp</c>).</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Where it takes mail.</param>
/// <param name="StartTls">Whether the connection must be encrypted before anything is said; a server that cannot gets no letter.</param>
/// <param name="User">Who signs in; null for nobody.</param>
/// <param name="Password">What they sign in with; null when nobody does.</param>
public sealed record SmtpOptions(string Host, int Port, bool StartTls, string? User, string? Password)
{
    private const int Submission = 587;

    internal static SmtpOptions Read(IConfiguration configuration)
    {
        var options = new SmtpOptions(
            MailOptions.Text(configuration, "Mail:Smtp:Host") ?? throw new StartRefusedException("Mail:Kind is Smtp, and Mail:Smtp:Host is not set: give the name of the mail server."),
            ParsePort(MailOptions.Text(configuration, "Mail:Smtp:Port")),
            ParseStartTls(MailOptions.Text(configuration, "Mail:Smtp:StartTls")),
            MailOptions.Text(configuration, "Mail:Smtp:User"),
            MailOptions.Text(configuration, "Mail:Smtp:Password"));
        return options.Fault() is { } fault ? throw new StartRefusedException(fault) : options;
    }

    private string? Fault() =>
        (User is null) != (Password is null) ? "Of Mail:Smtp:User and Mail:Smtp:Password only one is set: set both, or neither for a server that takes mail without signing in."
        : User is not null && !StartTls ? "Mail:Smtp:StartTls is false, and a password would cross the network for all to read: leave it true, or take Mail:Smtp:User and Mail:Smtp:Password away."
        : null;

    private static int ParsePort(string? text) =>
        text is null ? Submission
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue ? port
        : throw new StartRefusedException($"Mail:Smtp:Port is \"{text}\". Allowed: a number from 1 to {ushort.MaxValue}.");

    private static bool ParseStartTls(string? text) =>
        text is null || (bool.TryParse(text, out var value) ? value : throw new StartRefusedException($"Mail:Smtp:StartTls is \"{text}\". Allowed: true, false."));

    /// <summary>Without the password, for logs.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
