using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Requests;

/// <summary>Every address at a State's desk.</summary>
public sealed class DeskLinks(DirectoryLinks links)
{
    /// <summary>The desk of a State.</summary>
    public string Desk(string state) => $"{links.Manage}/{state}";

    /// <summary>The desk with the entries as the public sees them.</summary>
    public string AsPublic(string state) => $"{Desk(state)}?as=public#entries";

    /// <summary>Where all entries are confirmed, or one.</summary>
    public string Confirm(string state, string? entry = null) => $"{Desk(state)}/confirm{(entry is null ? null : $"?entry={entry}")}";

    /// <summary>The form for a record; <see cref="Forms.EntryForm.NewAuthority"/> and <see cref="Forms.EntryForm.NewNotice"/> are records too.</summary>
    public string Edit(string state, string subject, string? draft = null) => $"{Desk(state)}/edit/{subject}{(draft is null ? null : $"?draft={draft}")}";

    /// <summary>A draft as it would be submitted.</summary>
    public string Draft(string state, string id) => $"{Desk(state)}/drafts/{id}";

    /// <summary>A request that was submitted.</summary>
    public string Request(string state, string id) => $"{Desk(state)}/requests/{id}";

    /// <summary>The paper of a request that was submitted.</summary>
    public string Paper(string state, string id) => $"{Request(state, id)}?handler=Paper";

    /// <summary>The paper of a draft.</summary>
    public string DraftPaper(string state, string id) => $"{Draft(state, id)}?handler=Paper";

    /// <summary>What was changed, of all entries or of one.</summary>
    public string History(string state, string? entry = null) => $"{Desk(state)}/history{(entry is null ? null : $"?entry={entry}")}";
}
