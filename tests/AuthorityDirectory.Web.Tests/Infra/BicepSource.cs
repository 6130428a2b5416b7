using AuthorityDirectory.Web.Tests.Infra;
using AuthorityDirectory.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(BicepSource))]

namespace AuthorityDirectory.Web.Tests.Infra;

/// <summary>The Bicep of the repository, parsed once by the grammar's own parser, which npm provides.</summary>
public sealed class BicepSource
{
    private readonly Lazy<IReadOnlyDictionary<string, BicepFile>> _files = new(Parse);

    /// <summary>By path below <c>infra</c>.</summary>
    public IReadOnlyDictionary<string, BicepFile> Files => _files.Value;

    public BicepFile this[string path] => Files[path];

    private static Dictionary<string, BicepFile> Parse()
    {
        var folder = Repository.File("infra");
        var paths = Directory.GetFiles(folder, "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var trees = InfraTools.Run<List<BicepNode>>("parse.mjs", paths);
        return paths.Zip(trees, (path, tree) => new BicepFile(Path.GetRelativePath(folder, path), tree)).ToDictionary(file => file.Path);
    }
}
