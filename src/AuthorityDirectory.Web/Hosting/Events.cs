namespace AuthorityDirectory.Web.Hosting;

/// <summary>What this project writes to the log; a number, once given, keeps its meaning.</summary>
public static partial class Events
{
    [LoggerMessage(1001, LogLevel.Information, "The directory holds {Authorities} authorities of {States} States at position {Position} of the ledger.")]
    public static partial void Holds(this ILogger log, int authorities, int states, long position);

    [LoggerMessage(1002, LogLevel.Warning, "The store does not answer: the directory starts with what is on this machine and follows when it can.")]
    public static partial void StartsWithoutStore(this ILogger log, Exception error);

    [LoggerMessage(1003, LogLevel.Information, "The directory wrote {Records} seed records to the empty ledger.")]
    public static partial void Seeded(this ILogger log, int records);

    [LoggerMessage(EventId = 1101, Message = "The directory cannot follow the ledger; it answers from position {Position}.")]
    public static partial void CannotFollow(this ILogger log, LogLevel level, Exception error, long position);

    [LoggerMessage(1102, LogLevel.Information, "The directory follows the ledger again; it answers from position {Position}.")]
    public static partial void FollowsAgain(this ILogger log, long position);

    [LoggerMessage(1201, LogLevel.Debug, "A caller is over the limit of {RequestsPerMinute} requests a minute and was told to wait {Seconds} s; {Path} was not answered.")]
    public static partial void OverTheLimit(this ILogger log, int requestsPerMinute, int seconds, string path);

    [LoggerMessage(1301, LogLevel.Information, "Letter {Key} was sent at attempt {Attempt}.")]
    public static partial void LetterSent(this ILogger log, string key, int attempt);

    [LoggerMessage(1302, LogLevel.Warning, "Letter {Key} could not be sent at attempt {Attempt}; the next is in {Wait}.")]
    public static partial void LetterWaits(this ILogger log, Exception error, string key, int attempt, TimeSpan wait);

    [LoggerMessage(1303, LogLevel.Error, "Letter {Key} was given up at attempt {Attempt}; whoever should have got it must be told another way.")]
    public static partial void LetterGivenUp(this ILogger log, Exception error, string key, int attempt);

    [LoggerMessage(1304, LogLevel.Warning, "The outbox cannot be read or written; letters wait until it can.")]
    public static partial void OutboxStops(this ILogger log, Exception error);

    [LoggerMessage(1305, LogLevel.Information, "The outbox can be read and written again.")]
    public static partial void OutboxGoesOn(this ILogger log);

    [LoggerMessage(1306, LogLevel.Error, "{Key} in the work store is not a letter that this version reads; it stays there and is not sent.")]
    public static partial void LetterUnreadable(this ILogger log, Exception error, string key);

    [LoggerMessage(1401, LogLevel.Error, "Somebody asked for a sign-in link, and the letter could not be written; they may ask again.")]
    public static partial void SignInUnanswered(this ILogger log, Exception error);

    [LoggerMessage(1402, LogLevel.Warning, "More sign-in links are asked for than this instance can answer; one was left out.")]
    public static partial void SignInLeftOut(this ILogger log);

    [LoggerMessage(1403, LogLevel.Error, "The letter to account {Account} could not be given to the outbox: invite or tell them another way.")]
    public static partial void AccountLetterFailed(this ILogger log, Exception error, string account);

    [LoggerMessage(1404, LogLevel.Warning, "The provider {Provider} did not sign somebody in: {Reason}")]
    public static partial void ProviderFailed(this ILogger log, string provider, string reason);

    [LoggerMessage(1405, LogLevel.Information, "The first administrator was invited from the configuration.")]
    public static partial void FirstAdministratorInvited(this ILogger log);

    [LoggerMessage(1406, LogLevel.Warning, "The first administrator of the configuration could not be written: {Reason}")]
    public static partial void FirstAdministratorWaits(this ILogger log, string reason);

    [LoggerMessage(1407, LogLevel.Warning, "Sessions and tokens of the closed account {Account} could not be taken away; they open nothing and expire by themselves.")]
    public static partial void AccountLeftOpen(this ILogger log, Exception error, string account);

    [LoggerMessage(1501, LogLevel.Warning, "{Work} cannot do what is due; it goes on trying.")]
    public static partial void WorkStops(this ILogger log, Exception error, string work);

    [LoggerMessage(1502, LogLevel.Information, "{Work} does what is due again.")]
    public static partial void WorkGoesOn(this ILogger log, string work);

    [LoggerMessage(1503, LogLevel.Information, "The day of request {Request} has come: see position {Position} of the ledger.")]
    public static partial void TookEffect(this ILogger log, string request, long position);

    [LoggerMessage(1504, LogLevel.Error, "The day of request {Request} has come and it cannot take effect: {Reason}")]
    public static partial void CannotTakeEffect(this ILogger log, string request, string reason);

    [LoggerMessage(1601, LogLevel.Warning, "The check of file {Check} broke off; its sender is told to send it again.")]
    public static partial void SheetCheckBroke(this ILogger log, Exception error, string check);

    [LoggerMessage(1505, LogLevel.Warning, "Letter {Key} was not written: {Reason}")]
    public static partial void LetterNotWritten(this ILogger log, string key, string reason);

    [LoggerMessage(1701, LogLevel.Error, "It could not be noted who is about to see what is not public; it was not shown.")]
    public static partial void ReadingNotNoted(this ILogger log, Exception error);

    [LoggerMessage(1702, LogLevel.Warning, "How often somebody saw what is not public cannot be written; it goes on being counted.")]
    public static partial void CountsWait(this ILogger log, Exception error);

    [LoggerMessage(1703, LogLevel.Error, "{Key} in the work store does not say who saw what in a form that this version reads; it stays there, and the audit page leaves it out.")]
    public static partial void SightingsUnreadable(this ILogger log, Exception error, string key);
}
