using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Pages.Shared;
using AuthorityDirectory.Web.Reports;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>What readers reported of the entries of every State.</summary>
public sealed class AllReportsModel(ReportBook book, ReportLetters letters, Caller caller, CurrentSnapshot current, Texts texts) : ReportsPage(book, letters, caller, current, texts)
{
    /// <inheritdoc/>
    protected override string? StateCode => null;
}
