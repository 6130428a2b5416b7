using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Pages.Shared;
using AuthorityDirectory.Web.Reports;

namespace AuthorityDirectory.Web.Pages.Manage;

/// <summary>What readers reported of a State's entries.</summary>
public sealed class StateReportsModel(ReportBook book, ReportLetters letters, Caller caller, CurrentSnapshot current, Texts texts) : ReportsPage(book, letters, caller, current, texts)
{
    /// <inheritdoc/>
    protected override string StateCode => (string)RouteData.Values["state"]!;
}
