using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>One term of the Validation vocabulary on one property, as <c>$metadata</c> writes it.</summary>
public sealed record Promise(string Type, string Property, string Term, XElement Annotation)
{
    public string Said => (string?)Annotation.Attribute("String") ?? (string?)Annotation.Attribute("Decimal") ?? (string?)Annotation.Attribute("Int") ?? string.Join(", ", Allowed);

    private IEnumerable<string> Allowed => Annotation.Descendants().Where(element => element.Name.LocalName == "PropertyValue").Select(element => (string)element.Attribute("String")!);

    public bool IsKept(JsonElement value) => Term switch
    {
        "Pattern" => Each(value).All(text => Regex.IsMatch(text.GetString()!, Said, RegexOptions.ECMAScript)),
        "AllowedValues" => Each(value).All(text => Allowed.Contains(text.GetString())),
        "Minimum" => Each(value).All(number => number.GetDecimal() >= decimal.Parse(Said, CultureInfo.InvariantCulture)),
        "MinItems" => value.GetArrayLength() >= int.Parse(Said, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"The tests do not know what {Term} promises."),
    };

    public override string ToString() => $"{Type}/{Property} {Term} {Said}";

    private static IEnumerable<JsonElement> Each(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Null => [],
        _ => [value],
    };
}

/// <summary>Everything that a <c>$metadata</c> document promises of values.</summary>
public sealed class Promises
{
    private readonly Dictionary<string, XElement> _types;
    private readonly ILookup<(string, string), Promise> _promises;

    public Promises(XDocument metadata)
    {
        _types = metadata.Descendants().Where(element => element.Name.LocalName is "EntityType" or "ComplexType").ToDictionary(Name);
        All = [.. from type in _types.Values
                  from property in Elements(type, "Property")
                  from annotation in Elements(property, "Annotation")
                  where ((string)annotation.Attribute("Term")!).StartsWith("Validation.", StringComparison.Ordinal)
                  select new Promise(Name(type), Name(property), ((string)annotation.Attribute("Term")!)["Validation.".Length..], annotation)];
        _promises = All.ToLookup(promise => (promise.Type, promise.Property));
    }

    public IReadOnlyList<Promise> All { get; }

    /// <summary>Every promise about a value and the values within it, with what it is about.</summary>
    public IEnumerable<(Promise Promise, JsonElement Value)> Of(string type, JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(item => Of(type, item))
        : value.ValueKind != JsonValueKind.Object || !_types.TryGetValue(type, out var declared) ? []
        : from property in Elements(declared, "Property")
          where value.TryGetProperty(Name(property), out _)
          let held = value.GetProperty(Name(property))
          from found in _promises[(type, Name(property))].Select(promise => (promise, held)).Concat(Of(TypeOf((string)property.Attribute("Type")!), held))
          select found;

    /// <summary>The name of a type without its namespace, also of the items of a collection.</summary>
    public static string TypeOf(string type) => type[(type.LastIndexOf('.') + 1)..].TrimEnd(')');

    private static string Name(XElement element) => (string)element.Attribute("Name")!;

    private static IEnumerable<XElement> Elements(XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);
}
