using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Files that do not change while the program runs, so that nobody has to watch them: an operating system has few watchers, and every host would take one.</summary>
public sealed class FixedFiles(IFileProvider files) : IFileProvider
{
    /// <inheritdoc/>
    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    /// <inheritdoc/>
    public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

    /// <inheritdoc/>
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
