using AuthorityDirectory.Web.Accounts;

namespace AuthorityDirectory.Web.Reports;

/// <summary>Takes reports of readers, so many of one network in an hour.</summary>
public sealed class ReportIntake(ReportBook book, ReportLetters letters, Quota quota)
{
    /// <summary>How many reports one network may send in an hour.</summary>
    public const int MostOfNetwork = 20;

    /// <summary>Takes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="network">Where it comes from; only a hash of it is kept, for an hour.</param>
    /// <param name="cancellationToken">Stops waiting; the report may then be kept or not, and the same receipt may be sent again.</param>
    /// <returns>Whether it is kept; otherwise too many came from there.</returns>
    public async Task<bool> TakeAsync(ReaderReport report, string network, CancellationToken cancellationToken)
    {
        if (!await quota.TakeAsync($"reports of {network}", MostOfNetwork, cancellationToken))
        {
            return false;
        }

        if (await book.AddAsync(report, cancellationToken))
        {
            await letters.TellAsync(report, cancellationToken);
        }

        return true;
    }
}
