using System.Globalization;
using System.Xml;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Tests.Support;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.UriParser;

namespace AuthorityDirectory.OData.Tests.Execution;

/// <summary>Filters without brackets, as Microsoft.OData.Core reads them: which operator binds before which. Of what it reads rightly: comparison, logic, arithmetic, functions of texts.</summary>
public sealed class SecondOpinionTests
{
    static readonly Dictionary<string, Func<Lighthouse, object?>> _properties = new()
    {
        ["Name"] = l => l.Name, ["NativeName"] = l => l.NativeName, ["Height"] = l => (decimal)l.Height, ["Flashes"] = l => (decimal?)l.Flashes, ["Fee"] = l => l.Fee, ["LitOn"] = l => l.LitOn,
    };

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void A_filter_means_what_another_library_reads_in_it(int seed)
    {
        var coast = RandomCoast.Make(seed, 60);
        var service = new InProcess(coast, new ODataLimits { PageSize = 100 });
        using var metadata = XmlReader.Create(new StringReader(service.Get("$metadata", "").Body));
        var (model, random) = (CsdlReader.Parse(metadata), new Random(seed));
        for (var i = 0; i < 300; i++)
        {
            var text = Disjunction(random);
            var parser = new ODataUriParser(model, new Uri("Lighthouses?$filter=" + Uri.EscapeDataString(text), UriKind.Relative));
            var read = parser.ParseFilter().Expression;
            var expected = coast.Lighthouses.Where(l => Value(read, l) is true).Select(l => l.Id).Order(StringComparer.Ordinal);
            Assert.Equal((text, string.Join(' ', expected)), (text, string.Join(' ', service.Ids("Lighthouses", "$select=Id&$filter=" + Uri.EscapeDataString(text)).Ids)));
        }
    }

    static string Disjunction(Random random) => string.Join(random.Next(2) == 0 ? " and " : " or ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Conjunction(random)));

    static string Conjunction(Random random) => string.Join(random.Next(2) == 0 ? " or " : " and ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(random)));

    static string Condition(Random random)
    {
        var (number, other) = (random.Next(6), random.Next(1, 5));
        return random.Next(10) switch
        {
            0 => $"Height add {number} mul {other} gt {number} sub Height mul {other}",
            1 => $"Flashes lt {number} eq true",
            2 => $"Flashes ne {number}",
            3 => $"-Height add {number} le {other} sub {number} sub 1",
            4 => "not contains(NativeName,'o')",
            5 => $"length(Name) mod {other} eq {number % other}",
            6 => $"LitOn le 2000-01-0{1 + number}",
            7 => "NativeName eq null",
            8 => "startswith(tolower(Name),'a') ne endswith(Name,'s')",
            _ => $"Fee ge {number}.25",
        };
    }

    static object? Value(QueryNode node, Lighthouse of) => node switch
    {
        ConstantNode { Value: Date day } => new DateOnly(day.Year, day.Month, day.Day),
        ConstantNode { Value: string or bool or null } constant => constant.Value,
        ConstantNode constant => Convert.ToDecimal(constant.Value, CultureInfo.InvariantCulture),
        ConvertNode convert => Value(convert.Source, of),
        SingleValuePropertyAccessNode property => _properties[property.Property.Name](of),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => !(bool?)Value(not.Operand, of),
        UnaryOperatorNode negate => -(decimal?)Value(negate.Operand, of),
        BinaryOperatorNode binary => Applied(binary.OperatorKind, Value(binary.Left, of), Value(binary.Right, of)),
        SingleValueFunctionCallNode call => Called(call.Name, [.. call.Parameters.Select(parameter => (string?)Value(parameter, of))]),
        _ => throw new NotSupportedException(node.Kind.ToString()),
    };

    static object? Applied(BinaryOperatorKind kind, object? left, object? right) => kind switch
    {
        BinaryOperatorKind.And => (bool?)left & (bool?)right,
        BinaryOperatorKind.Or => (bool?)left | (bool?)right,
        BinaryOperatorKind.Equal => Equals(left, right),
        BinaryOperatorKind.NotEqual => !Equals(left, right),
        BinaryOperatorKind.Add => (decimal?)left + (decimal?)right,
        BinaryOperatorKind.Subtract => (decimal?)left - (decimal?)right,
        BinaryOperatorKind.Multiply => (decimal?)left * (decimal?)right,
        BinaryOperatorKind.Modulo => (decimal?)left % (decimal?)right,
        _ when left is null || right is null => false,
        BinaryOperatorKind.LessThan => Comparer<object>.Default.Compare(left, right) < 0,
        BinaryOperatorKind.LessThanOrEqual => Comparer<object>.Default.Compare(left, right) <= 0,
        BinaryOperatorKind.GreaterThan => Comparer<object>.Default.Compare(left, right) > 0,
        BinaryOperatorKind.GreaterThanOrEqual => Comparer<object>.Default.Compare(left, right) >= 0,
        _ => throw new NotSupportedException(kind.ToString()),
    };

    static object? Called(string name, string?[] operands) => operands.Contains(null) ? null : name switch
    {
        "contains" => operands[0]!.Contains(operands[1]!, StringComparison.Ordinal),
        "startswith" => operands[0]!.StartsWith(operands[1]!, StringComparison.Ordinal),
        "endswith" => operands[0]!.EndsWith(operands[1]!, StringComparison.Ordinal),
        "tolower" => operands[0]!.ToLowerInvariant(),
        "length" => (decimal)operands[0]!.Length,
        _ => throw new NotSupportedException(name),
    };
}
