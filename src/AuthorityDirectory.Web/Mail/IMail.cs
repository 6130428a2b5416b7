namespace AuthorityDirectory.Web.Mail;

/// <summary>The way out for letters; only the <see cref="OutboxSender"/> uses it, everything else gives its letters to the <see cref="Outbox"/>.</summary>
public interface IMail
{
    /// <summary>Hands a letter over.</summary>
    /// <param name="id">Names this letter, the same at every attempt, so that a receiver can tell a second copy from a second letter: digits, letters and dashes.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="cancellationToken">Stops waiting; the letter may then have gone out or not.</param>
    /// <exception cref="LetterRefusedException">It will never be taken; any other exception may be over next time.</exception>
    Task SendAsync(string id, Letter letter, CancellationToken cancellationToken);
}
