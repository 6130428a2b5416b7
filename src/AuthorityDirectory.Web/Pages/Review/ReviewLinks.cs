namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>Where the Secretariat's pages are.</summary>
public static class ReviewLinks
{
    /// <summary>A request.</summary>
    public static string Request(this DirectoryLinks links, string id) => $"{links.Review}/requests/{id}";

    /// <summary>The paper of a request.</summary>
    public static string Paper(this DirectoryLinks links, string id) => $"{links.Request(id)}/paper";

    /// <summary>The States, who is overdue, and where letters to them go.</summary>
    public static string Overdue(this DirectoryLinks links) => $"{links.Review}/states";

    /// <summary>Everything that a State's letters need, as a file.</summary>
    public static string Letters(this DirectoryLinks links) => $"{links.Review}/letters";

    /// <summary>The entries of a State, to close or merge them.</summary>
    public static string Entries(this DirectoryLinks links, string state) => $"{links.Overdue()}/{state}";

    /// <summary>To close, merge or withdraw an entry.</summary>
    public static string End(this DirectoryLinks links, string authorityId) => $"{links.Review}/entries/{authorityId}";

    /// <summary>Accounts and invitations.</summary>
    public static string Accounts(this DirectoryLinks links) => $"{links.Review}/accounts";

    /// <summary>The desk of a State.</summary>
    public static string Desk(this DirectoryLinks links, string state) => $"{links.Manage}/{state}";
}
