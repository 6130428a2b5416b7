using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Audit;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthorityDirectory.Web.Pages.Audit;

/// <summary>Addresses of the audit.</summary>
public static class AuditLinks
{
    /// <summary>The page, of the last days.</summary>
    public static string Audit(this DirectoryLinks links) => $"{links.Review}/audit";

    /// <summary>Who saw or changed a record.</summary>
    public static string AuditOfRecord(this DirectoryLinks links, string record) => QueryHelpers.AddQueryString(links.Audit(), "record", record);

    /// <summary>What an account saw and changed.</summary>
    public static string AuditOfAccount(this DirectoryLinks links, string account) => QueryHelpers.AddQueryString(links.Audit(), "account", account);

    /// <summary>The same answer as a file.</summary>
    public static string AuditFile(this DirectoryLinks links, AuditQuestion question) => QueryHelpers.AddQueryString($"{links.Audit()}/audit.csv", new Dictionary<string, string?>
    {
        ["record"] = question.Record,
        ["account"] = question.Account,
        ["role"] = question.Role is { } role ? Codes.ActorRoles.CodeOf(role) : null,
        ["deed"] = question.Deed is { } deed ? AuditQuestion.CodeOf(deed) : null,
        ["from"] = AuditPage.Written(question.From),
        ["to"] = AuditPage.Written(question.To),
    }.Where(part => part.Value is not null));
}
