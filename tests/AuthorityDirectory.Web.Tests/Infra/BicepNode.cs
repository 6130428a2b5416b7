namespace AuthorityDirectory.Web.Tests.Infra;

/// <summary>A node of a syntax tree, as the grammar names it.</summary>
public sealed record BicepNode(string Type, string Text, int Line, IReadOnlyList<BicepNode> Children)
{
    /// <summary>What an object has under a name; an error when it has nothing.</summary>
    public BicepNode this[string name] => Find(name) ?? throw new KeyNotFoundException($"There is no {name} in the object in line {Line}.");

    public BicepNode? Find(string name) => Properties.GetValueOrDefault(name);

    public IReadOnlyDictionary<string, BicepNode> Properties =>
        Children.Where(child => child.Type == "object_property").ToDictionary(property => property.Children[0].Text, property => property.Children[1]);

    /// <summary>The elements of a list or the parts of anything else, without comments.</summary>
    public IEnumerable<BicepNode> Elements => Children.Where(child => child.Type != "comment");

    public IEnumerable<BicepNode> All => Children.SelectMany(child => child.All).Prepend(this);

    /// <summary>The object under a path such as <c>properties.template</c>.</summary>
    public BicepNode At(string path) => path.Split('.').Aggregate(this, (node, name) => node[name]);
}
