using System.Globalization;
using System.Text.RegularExpressions;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Tests.Updates.Lines;

public sealed class FieldFaultTests : IDisposable
{
    private readonly TrialDesk _desk = new();

    public static TheoryData<string, string, string> Cases => CaseFile.TriplesBeside("faults.cases");

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_field_written_so_has_this_fault_or_none(string place, string written, string expected)
    {
        var (line, field) = (place.Split(' ')[0], place.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        var effect = Effect(_desk.Change(line, field, Text(written)));

        Assert.Equal(expected, effect.Faults.Count == 0 ? "good" : Shown(Assert.Single(effect.Faults), field));
        Assert.Equal(expected == "good", effect.Records.Count == 1);
    }

    [Fact]
    public void Every_fault_of_a_field_has_a_case()
    {
        FaultKind[] ofLines = [FaultKind.Twice, FaultKind.ChangedMeanwhile, FaultKind.NoSuchLine, FaultKind.NotForThisLine];

        Assert.Empty(Enum.GetNames<FaultKind>().Except(Cases.Select(row => row.Data.Item3.Split(' ')[0])).Except(ofLines.Select(kind => kind.ToString())));
    }

    [Fact]
    public void Every_fault_of_a_request_is_told_at_once()
    {
        var effect = Effect(_desk.Change("AT-001", "Name", ""), _desk.Change("AT-001-c1", "Value", "nobody"), _desk.Change("AT-001-d1", "ValidFrom", "soon"));

        Assert.Equal(["AT-001 Name Required", "AT-001-c1 Value NotAnEmail", "AT-001-d1 ValidFrom NotADay"], effect.Faults.Select(fault => $"{fault.LineId} {fault.Field} {fault.Kind}"));
        Assert.Empty(effect.Records);
    }

    [Fact]
    public void A_new_line_says_at_least_what_it_must()
    {
        LineChange[] empty = [Addition(LineKind.Authority, "AT", "new1"), Addition(LineKind.Designation, "AT-001", "new2"), Addition(LineKind.ContactPoint, "AT-001", "new3"), Addition(LineKind.Notice, "AT", "new4")];

        Assert.Equal(
            ["new1 Name", "new2 Function", "new3 Kind", "new3 Value", "new4 Text", "new4 From", "new4 Until"],
            Effect(empty).Faults.Where(fault => fault.Kind == FaultKind.Required).Select(fault => $"{fault.LineId} {fault.Field}"));
    }

    [Fact]
    public void A_line_or_a_field_stands_once_in_a_request()
    {
        var change = _desk.Change("AT-001", "Name", "Office");

        Assert.Equal("AT-001  Twice", Short(Effect(change, _desk.Change("AT-001", "Acronym", "O"))));
        Assert.Equal("AT-001 Name Twice", Short(Effect(change with { Fields = [.. change.Fields, .. change.Fields] })));
    }

    [Theory]
    [InlineData(LineKind.Authority, "AT", "AT-009", LineAct.Change, FaultKind.NoSuchLine)]
    [InlineData(LineKind.Authority, "BR", "BR-001", LineAct.Change, FaultKind.NoSuchLine)]
    [InlineData(LineKind.State, "BR", "BR", LineAct.Change, FaultKind.NoSuchLine)]
    [InlineData(LineKind.ContactPoint, "BR-001", "BR-001-c1", LineAct.Remove, FaultKind.NoSuchLine)]
    [InlineData(LineKind.ContactPoint, "AT-002", "AT-001-c1", LineAct.Remove, FaultKind.NoSuchLine)]
    [InlineData(LineKind.Designation, "AT-001", "AT-001-d9", LineAct.Change, FaultKind.NoSuchLine)]
    [InlineData(LineKind.Notice, "AT", "AT-n9", LineAct.Change, FaultKind.NoSuchLine)]
    [InlineData(LineKind.Designation, "AT-009", "new1", LineAct.Add, FaultKind.NoSuchLine)]
    [InlineData(LineKind.ContactPoint, "BR-001", "new1", LineAct.Add, FaultKind.NoSuchLine)]
    [InlineData(LineKind.State, "AT", "new1", LineAct.Add, FaultKind.NotForThisLine)]
    [InlineData(LineKind.State, "AT", "AT", LineAct.Remove, FaultKind.NotForThisLine)]
    [InlineData(LineKind.Authority, "AT-001", "AT-001", LineAct.Remove, FaultKind.NotForThisLine)]
    [InlineData(LineKind.Designation, "AT-001", "AT-001-d1", LineAct.Remove, FaultKind.NotForThisLine)]
    [InlineData(LineKind.Notice, "AT", "AT-n1", LineAct.Remove, FaultKind.NotForThisLine)]
    [InlineData(LineKind.Authority, "AT", "AT-001", LineAct.Add, FaultKind.NotOfForm)]
    [InlineData(LineKind.Authority, "AT", "AT", LineAct.Add, FaultKind.NotOfForm)]
    [InlineData(LineKind.ContactPoint, "AT-001", "AT-001-c1", LineAct.Add, FaultKind.NotOfForm)]
    [InlineData(LineKind.ContactPoint, "AT-001", "new", LineAct.Add, FaultKind.NotOfForm)]
    public void A_line_that_is_not_there_or_not_of_the_State_or_not_for_this_is_refused(LineKind kind, string record, string line, LineAct act, FaultKind expected)
    {
        var effect = Effect(new LineChange(kind, record, line, act) { Fields = [.. Least(kind)] });

        Assert.Equal((line, expected), (effect.Faults[0].LineId, effect.Faults[0].Kind));
        Assert.Empty(effect.Records);
    }

    [Fact]
    public void A_contact_point_of_the_same_request_is_no_successor()
    {
        var effect = Effect(
            LineOf(LineKind.ContactPoint, "AT-001", "new1", ("Kind", "Email"), ("Value", "new@example.org")),
            _desk.Change("AT-002", "SuccessorId", "new1"));

        Assert.Equal("AT-002 SuccessorId NotAnAuthority", Short(effect));
    }

    private static LineChange Addition(LineKind kind, string record, string id) => LineOf(kind, record, id);

    private static LineChange LineOf(LineKind kind, string record, string id, params (string Field, string Text)[] texts) =>
        Line.Addition(kind, record, id, texts.Select(text => KeyValuePair.Create(text.Field, text.Text)));

    private static IEnumerable<FieldChange> Least(LineKind kind) => kind switch
    {
        LineKind.Authority => [new("Name", "", "Office")],
        LineKind.Designation => [new("Function", "", "Prevention")],
        LineKind.ContactPoint => [new("Kind", "", "Email"), new("Value", "", "new@example.org")],
        _ => [],
    };

    private RequestEffect Effect(params LineChange[] changes) => RequestEffect.Of(TrialDesk.Request(changes), _desk.View);

    private static string Short(RequestEffect effect) => Assert.Single(effect.Faults.Select(fault => $"{fault.LineId} {fault.Field} {fault.Kind}"));

    private static string Shown(FieldFault fault, string written)
    {
        var values = fault.Values.Select(value => value.Contains(", ", StringComparison.Ordinal) && fault.Kind is FaultKind.NotOnList or FaultKind.UnknownField && value != written ? "NAMES" : value);
        return string.Join(' ', [$"{fault.Kind}", .. fault.Kind == FaultKind.NotOnList ? [fault.Values[0], "NAMES"] : values, .. fault.Field == written ? Array.Empty<string>() : ["ON", fault.Field!]]);
    }

    private static string Text(string written) =>
        Regex.Match(written, @"\A([0-9]+) x\z") is { Success: true } times ? new('x', int.Parse(times.Groups[1].Value, CultureInfo.InvariantCulture))
        : Regex.Replace(written, @"\\(n|t|u([0-9A-F]{4}))", escape => escape.Value switch
        {
            @"\n" => "\n",
            @"\t" => "\t",
            _ => $"{(char)Convert.ToInt32(escape.Groups[2].Value, 16)}",
        });
}
