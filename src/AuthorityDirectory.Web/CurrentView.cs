using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web;

/// <summary>The view that one request reads: taken once, so that everything on a page is of one position and one day.</summary>
/// <param name="newest">Gives the newest view for the caller.</param>
public sealed class CurrentView(Func<DirectoryView> newest)
{
    private readonly Lazy<DirectoryView> _view = new(newest);

    /// <summary>The view, the same for the whole request.</summary>
    public DirectoryView View => _view.Value;
}
