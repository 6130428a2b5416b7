namespace AuthorityDirectory.Web.Tests.Infra;

/// <summary>One file: what it declares, and the values that can be read without deploying it.</summary>
public sealed record BicepFile(string Path, BicepNode Root)
{
    private static readonly string[] Declarations =
        ["parameter_declaration", "variable_declaration", "resource_declaration", "module_declaration", "output_declaration"];

    public IEnumerable<BicepNode> Declared => Root.Children.Where(child => Declarations.Contains(child.Type));

    public IEnumerable<BicepNode> Of(string kind) => Declared.Where(declaration => declaration.Type == $"{kind}_declaration");

    public IEnumerable<string> Names(string kind) => Of(kind).Select(Name);

    /// <summary>Parameters that whoever uses the file must give: those without a value of their own.</summary>
    public IEnumerable<string> Required => Of("parameter").Where(parameter => parameter.Children.Count == 2).Select(Name);

    public static string Name(BicepNode declaration) => declaration.Children[0].Text;

    /// <summary>What is declared under a name.</summary>
    public BicepNode this[string name] => Declared.First(declaration => Name(declaration) == name);

    /// <summary>The object of a resource or module, also of one that is made on a condition or several times.</summary>
    public static BicepNode Body(BicepNode declaration) => declaration.All.First(node => node.Type == "object");

    /// <summary>The resources of a type, whatever its version.</summary>
    public IEnumerable<BicepNode> Resources(string type) =>
        Of("resource").Where(resource => Text(resource.Children[1]).Split('@')[0] == type).Select(Body);

    /// <summary>A text, number or truth value; variables stand for what they were given.</summary>
    public string Text(BicepNode node) => node.Type switch
    {
        "string" => string.Concat(node.Children.Select(Text)),
        "string_content" => node.Text,
        "interpolation" => Text(node.Children[0]),
        "identifier" when Names("variable").Contains(node.Text) => Text(this[node.Text].Children[1]),
        _ => node.Text,
    };

    /// <summary>The value itself, where a variable stands for it.</summary>
    public BicepNode Value(BicepNode node) => node.Type == "identifier" ? this[node.Text].Children[^1] : node;
}
