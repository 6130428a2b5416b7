using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web;

/// <summary>The view that one request reads: taken once, so that everything on a page is of one position and one day.</summary>
/// <param name="newest">Gives the newest snapshot.</param>
/// <param name="audience">Gives what the caller may see.</param>
public sealed class CurrentView(Func<DirectorySnapshot> newest, Func<Audience> audience)
{
    private readonly Lazy<DirectorySnapshot> _snapshot = new(newest);
    private readonly Lazy<Audience> _audience = new(audience);

    /// <summary>The view, the same for the whole request.</summary>
    public DirectoryView View => _snapshot.Value.View(IsWithheld ? Audience.Public : _audience.Value);

    /// <summary>Whether the caller sees what everybody sees, though they may see more.</summary>
    public bool IsWithheld { get; private set; }

    /// <summary>From here on the request reads what everybody sees.</summary>
    public void Withhold() => IsWithheld = true;
}
