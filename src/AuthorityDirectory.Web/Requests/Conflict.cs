using AuthorityDirectory.Records;

namespace AuthorityDirectory.Web.Requests;

/// <summary>A field that somebody else changed since a draft was begun.</summary>
/// <param name="Change">Its line.</param>
/// <param name="Mine">What it was and what the draft says.</param>
/// <param name="Now">What it is now.</param>
public sealed record Conflict(LineChange Change, FieldChange Mine, string Now)
{
    /// <summary>That what the draft says is to hold.</summary>
    public const string KeepMine = "mine";

    /// <summary>That what is there now is to stay.</summary>
    public const string TakeTheirs = "theirs";

    /// <summary>The name of the decision in what the browser sends.</summary>
    public string Name => $"decide.{Change.LineId}.{Mine.Name}";

    /// <summary>Its id on the page.</summary>
    public string Id => $"decide-{Change.LineId}-{Mine.Name}";
}
