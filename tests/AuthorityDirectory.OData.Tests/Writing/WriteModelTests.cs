using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Tests.Support;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Tests.Writing;

/// <summary>What of a model can be written, told by <c>$metadata</c> (CSDL 4.01, sections 12.1 and 12.9), and contradictions found at start-up.</summary>
public sealed class WriteModelTests
{
    [Fact]
    public async Task An_action_is_described_with_its_parameters_and_its_header()
    {
        await using var port = await PortService.OpenAsync();
        var xml = (await port.GetAsync("$metadata", ("OData-MaxVersion", "4.01"))).Body;
        Assert.Equal("""
            <Action Name="Berth" IsBound="true" EntitySetPath="entity">
            <Parameter Name="entity" Type="Port.Arrival" Nullable="false" />
            <Parameter Name="quay" Type="Edm.Int32" Nullable="false">
            <Annotation Term="Core.Description" String="The number of the quay." />
            </Parameter>
            <Parameter Name="remark" Type="Edm.String" MaxLength="10" />
            <Parameter Name="marks" Type="Collection(Edm.String)" Nullable="false">
            <Annotation Term="Core.OptionalParameter">
            <Record />
            </Annotation>
            </Parameter>
            <ReturnType Type="Port.Arrival" Nullable="false" />
            <Annotation Term="Core.Description" String="Gives the ship a place." />
            <Annotation Term="Capabilities.OperationRestrictions">
            <Record>
            <PropertyValue Property="CustomHeaders">
            <Collection>
            <Record>
            <PropertyValue Property="Name" String="If-Match" />
            <PropertyValue Property="Description" String="The ETag of the entity that the action is meant for, or *." />
            <PropertyValue Property="Required" Bool="true" />
            </Record>
            </Collection>
            </PropertyValue>
            </Record>
            </Annotation>
            </Action>
            """, Element(xml, "<Action Name=\"Berth\"", "</Action>"));
        Assert.DoesNotContain("ReturnType", Element(xml, "<Action Name=\"Ring\"", "</Action>"), StringComparison.Ordinal);
        Assert.Contains("\"$Kind\": \"Action\"", (await port.GetAsync("$metadata", ("Accept", "application/json"))).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Arrivals", "true")]
    [InlineData("Pilots", "false")]
    [InlineData("Logbooks", "false")]
    public async Task A_set_says_whether_it_takes_inserts(string set, string isInsertable)
    {
        await using var port = await PortService.OpenAsync();
        var restrictions = Element((await port.GetAsync("$metadata")).Body, $"<EntitySet Name=\"{set}\"", "</EntitySet>");
        Assert.Contains($"<PropertyValue Property=\"Insertable\" Bool=\"{isInsertable}\" />", restrictions, StringComparison.Ordinal);
        Assert.Equal(set == "Arrivals", restrictions.Contains("<PropertyPath>State</PropertyPath>\n<PropertyPath>Revision</PropertyPath>", StringComparison.Ordinal));
        Assert.Equal(set != "Pilots", restrictions.Contains("Core.OptimisticConcurrency", StringComparison.Ordinal));
    }

    [Fact]
    public void An_input_holds_properties_of_its_type_only()
    {
        AssertRefused("The insert into Pilots takes Rank as Edm.String, which Test.Pilot does not have.", i => i.Required<string>("Rank"));
        AssertRefused("The insert into Pilots takes Name as Edm.Int32, which Test.Pilot does not have.", i => i.Required<int>("Name"));
        AssertRefused("The insert into Pilots takes Name as a collection of Edm.String, which Test.Pilot does not have.", i => i.OptionalList<string>("Name"));
        AssertRefused("The insert into Pilots takes Name twice.", i => { i.Required<string>("Name"); i.Optional<string>("Name"); });
    }

    [Fact]
    public void An_insert_needs_a_handler()
    {
        var model = Pilots(_ => { });
        model.Set("Pilots", port => port.Pilots).Insert(i => i.Required<string>("Code"));
        Assert.Equal("Nobody handles the insert into Pilots.", Assert.Throws<ModelException>(model.Build).Message);
    }

    [Theory]
    [InlineData("Name", "Test.Pilot declares Name twice.")]
    [InlineData("Pilot", "Test.Pilot/Pilot has the name of a type or function of the service.")]
    public void The_name_of_an_action_is_its_own(string name, string message)
    {
        var model = Pilots(t => t.Action(name, a => a.HandleWithoutAnswer(_ => default)));
        model.Set("Pilots", port => port.Pilots);
        Assert.Equal(message, Assert.Throws<ModelException>(model.Build).Message);
    }

    [Fact]
    public void A_set_of_the_request_shares_its_type_with_nothing()
    {
        var model = Pilots(t => t.NavigationMany("Mates", (port, _) => port.Pilots));
        model.SetOfRequest<Pilot>("Mine", (_, _) => new([]));
        Assert.Equal("Mine is of the request, so Test.Pilot/Mates cannot lead to entities of Test.Pilot too.", Assert.Throws<ModelException>(model.Build).Message);
        model = Pilots(_ => { });
        model.Set("Pilots", port => port.Pilots);
        model.SetOfRequest<Pilot>("Mine", (_, _) => new([]));
        Assert.Equal("Mine is of the request, so Pilots cannot lead to entities of Test.Pilot too.", Assert.Throws<ModelException>(model.Build).Message);
    }

    static void AssertRefused(string message, Action<InsertBuilder<Port, Pilot>> declare)
    {
        var model = Pilots(_ => { });
        model.Set("Pilots", port => port.Pilots).Insert(i =>
        {
            declare(i);
            i.Handle(_ => default);
        });
        Assert.Equal(message, Assert.Throws<ModelException>(model.Build).Message);
    }

    static ODataModelBuilder<Port> Pilots(Action<EntityTypeBuilder<Port, Pilot>> more)
    {
        var model = new ODataModelBuilder<Port>("Test");
        model.Entity<Pilot>("Pilot", t =>
        {
            t.Key("Code", p => p.Code);
            t.Property("Name", p => p.Name);
            more(t);
        });
        return model;
    }

    static string Element(string xml, string begin, string end)
    {
        var from = xml.IndexOf(begin, StringComparison.Ordinal);
        return string.Join('\n', xml[from..(xml.IndexOf(end, from, StringComparison.Ordinal) + end.Length)].Split('\n').Select(line => line.Trim()));
    }
}
