using System.Text.Json;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests;

/// <summary>Runs <c>Cases/*.cases</c>.</summary>
public sealed class CaseTests(CoastService coast)
{
    public static TheoryData<string, string, string> Syntax => CaseFile.Read("syntax.cases");

    public static TheoryData<string, string, string> Functions => CaseFile.Read("functions.cases");

    public static TheoryData<string, string, string> Filters => CaseFile.Read("filter.cases");

    public static TheoryData<string, string, string> Orders => CaseFile.Read("orderby.cases");

    public static TheoryData<string, string, string> Answers => CaseFile.Read("answers.cases");

    public static TheoryData<string, string, int, string> Errors => CaseFile.ReadMarked("errors.cases");

    [Theory]
    [MemberData(nameof(Syntax))]
    public void An_expression_is_understood(string at, string expression, string expected)
    {
        string understood;
        try
        {
            understood = SyntaxText.Of(ExpressionParser.ParseWhole(new SourceText("$filter", expression), new ODataLimits()));
        }
        catch (QueryException refused)
        {
            understood = $"error at {refused.Error.Position}";
        }
        Assert.Equal((at, expected), (at, understood));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_has_a_value(string at, string expression, string expected)
    {
        var table = CoastService.Snapshot[(EntitySet)Coast.Model.Sources[0]].Table;
        var variable = table.Type.Elements.Variable();
        table.Cursor(variable).MoveTo(0);
        var context = new BindingContext(CoastService.Snapshot, new ODataLimits(), new Dictionary<string, SourceText>(), CoastService.Options.Clock.GetUtcNow());
        var operand = new ExpressionBinder(context).Bind(ExpressionParser.ParseWhole(new SourceText("x", expression), context.Limits), Scope.Of(new Operand(table.Type, variable, default)));
        Assert.Equal((at, expected), (at, Text(operand.Evaluator)));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_chooses(string at, string filter, string expected) =>
        Assert.Equal((at, expected), (at, string.Join(' ', await coast.Ids("Lighthouses?$select=Id&$filter=" + filter))));

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task An_order_arranges(string at, string options, string expected) =>
        Assert.Equal((at, expected), (at, string.Join(' ', await coast.Ids("Lighthouses?$select=Id&" + options))));

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_request_is_answered(string at, string request, string expected)
    {
        using var answer = await coast.Get(request);
        Assert.Equal((at, expected), (at, $"{(int)answer.StatusCode} {await coast.Body(answer)}".Trim()));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task A_wrong_request_is_told_where(string at, string request, int marker, string expected)
    {
        using var answer = await coast.Get(request);
        var error = JsonSerializer.Deserialize<JsonElement>(await coast.Body(answer)).GetProperty("error");
        var message = error.GetProperty("message").GetString()!;
        var parts = expected.Split(' ', 3);
        Assert.Equal((at, parts[0], parts[1]), (at, FormattableString.Invariant($"{(int)answer.StatusCode}"), error.GetProperty("code").GetString()));
        Assert.Contains(parts is [_, _, var part] ? part : "", message, StringComparison.Ordinal);
        var position = error.TryGetProperty("@query.position", out var value) ? value.GetInt32() : 0;
        Assert.Equal((at, Position(request, marker)), (at, position));
    }

    /// <summary>What the marker points at, counted within the value of its option or within the path.</summary>
    static int Position(string request, int marker)
    {
        if (marker < 0)
            return 0;
        var option = request.LastIndexOfAny(['?', '&'], Math.Min(marker, request.Length - 1));
        return option < 0 ? marker + 1 : marker - request.IndexOf('=', option);
    }

    static string Text(Evaluator evaluator) => evaluator switch
    {
        Evaluator<bool> truth => truth.TryGet(out var value) ? value ? "true" : "false" : "null",
        Evaluator<string> text => text.TryGet(out var value) ? $"'{value}'" : "null",
        Evaluator<long> number => number.TryGet(out var value) ? FormattableString.Invariant($"{value}") : "null",
        Evaluator<decimal> number => number.TryGet(out var value) ? FormattableString.Invariant($"{value}m") : "null",
        Evaluator<double> number => number.TryGet(out var value) ? FormattableString.Invariant($"{value}d") : "null",
        Evaluator<DateOnly> date => date.TryGet(out var value) ? FormattableString.Invariant($"{value:yyyy-MM-dd}") : "null",
        Evaluator<TimeOnly> time => time.TryGet(out var value) ? FormattableString.Invariant($"{value:HH:mm:ss.FFF}") : "null",
        Evaluator<DateTimeOffset> moment => moment.TryGet(out var value) ? FormattableString.Invariant($"{value:yyyy-MM-ddTHH:mm:ss.FFFK}") : "null",
        Evaluator<TimeSpan> duration => duration.TryGet(out var value) ? System.Xml.XmlConvert.ToString(value) : "null",
        Evaluator<int> member => member.TryGet(out var value) ? FormattableString.Invariant($"member {value}") : "null",
        _ => throw new ArgumentException(evaluator.ToString()),
    };
}
