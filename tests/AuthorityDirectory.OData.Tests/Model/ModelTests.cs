using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Model;

/// <summary>A model or view that contradicts itself is found at start-up, with a sentence.</summary>
public sealed class ModelTests
{
    sealed record Thing(string Id, string? Name, Other? Other = null);

    sealed record Other(string Id);

    sealed record World(params IReadOnlyList<Thing> Things);

    [Fact]
    public void A_type_that_is_not_declared_is_named() =>
        AssertRefused("Extra is of type Other, which the model does not declare.", Things(t => t.Property("Extra", thing => thing.Other).Optional()));

    [Fact]
    public void A_property_that_is_declared_twice_is_named() =>
        AssertRefused("Test.Thing declares Id twice.", Things(t => t.Property("Id", thing => thing.Name)));

    [Fact]
    public void A_second_key_is_refused() =>
        Assert.Equal("The type of Thing already has the key Id; Name cannot be a second one.", Assert.Throws<ModelException>(() => Things(t => t.Key("Name", thing => thing.Name!))).Message);

    [Fact]
    public void A_type_that_is_declared_twice_is_named() =>
        Assert.Equal("Test.Thing is declared twice.", Assert.Throws<ModelException>(() => Things(_ => { }).Entity<Other>("Thing", t => t.Key("Id", o => o.Id))).Message);

    [Fact]
    public void A_set_needs_a_key()
    {
        var model = Things(_ => { });
        model.Entity<Other>("Other", t => t.Property("Id", o => o.Id));
        model.Set<Other>("Others", _ => []);
        AssertRefused("Test.Other needs a key to be held in Others.", model);
    }

    [Fact]
    public void Navigation_needs_a_set_to_lead_to()
    {
        var model = Things(t => t.Navigation("Other", (_, thing) => thing.Other).Optional());
        model.Entity<Other>("Other", t => t.Key("Id", o => o.Id));
        AssertRefused("Navigation leads to Test.Other, but no entity set holds such entities.", model);
    }

    [Fact]
    public void A_name_of_the_service_is_unique()
    {
        var model = Things(_ => { });
        model.Singleton("Things", world => world.Things[0]);
        AssertRefused("The service declares Things twice.", model);
    }

    [Fact]
    public void Overloads_of_a_function_differ_in_their_parameters()
    {
        var model = Things(_ => { });
        for (var twice = 0; twice < 2; twice++)
            model.Function("Best", f => f.Returns((world, _) => world.Things));
        AssertRefused("The service declares Best() twice.", model);
    }

    [Fact]
    public void A_function_has_a_name_of_its_own_and_returns_something()
    {
        var model = Things(_ => { });
        model.Function("Things", f => f.Returns((world, _) => world.Things));
        AssertRefused("The service declares Things twice.", model);
        var silent = Things(_ => { });
        silent.Function("Best", _ => { });
        AssertRefused("The function Best returns nothing.", silent);
    }

    [Fact]
    public void A_parameter_is_a_plain_value()
    {
        var model = Things(_ => { });
        model.Function("Best", f => { f.Parameter<Thing>("thing"); f.Returns((world, _) => world.Things); });
        AssertRefused("The parameter thing is of Test.Thing; a parameter is primitive or an enumeration.", model);
    }

    [Fact]
    public void A_promise_has_to_fit_the_property()
    {
        AssertRefused("Size is of Edm.Int32; only a text has a pattern or allowed values.", Things(t => t.Property("Size", _ => 1).Pattern("^a$")));
        AssertRefused("Size is of Edm.Int32; only a text has a pattern or allowed values.", Things(t => t.Property("Size", _ => 1).AllowedValues(["a"])));
        AssertRefused("Word is of Edm.String; only a number has a minimum.", Things(t => t.Property("Word", thing => thing.Id).Minimum(1)));
        AssertRefused("Word is a single value; only a collection has a least number of them.", Things(t => t.Property("Word", thing => thing.Id).MinItems(1)));
        Assert.StartsWith("The pattern of Word is no regular expression: ", Assert.Throws<ModelException>(Things(t => t.Property("Word", thing => thing.Id).Pattern("(")).Build).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_promised_of_values_is_in_the_metadata()
    {
        var model = Things(t => t.Collection("Words", thing => (IReadOnlyList<string>)[thing.Id]).Pattern("^[a-z]$").MinItems(1).AllowedValues(["a", "b"]));

        var json = System.Text.Json.JsonDocument.Parse(new MetadataDocuments(model.Build()).Json).RootElement;
        var words = json.GetProperty("Test").GetProperty("Thing").GetProperty("Words");

        Assert.Equal("https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Validation.V1.xml", json.GetProperty("$Reference").EnumerateObject().Last().Name);
        Assert.Equal("^[a-z]$", words.GetProperty("@Validation.Pattern").GetString());
        Assert.Equal(1, words.GetProperty("@Validation.MinItems").GetInt32());
        Assert.Equal(["a", "b"], words.GetProperty("@Validation.AllowedValues").EnumerateArray().Select(allowed => allowed.GetProperty("Value").GetString()));
    }

    [Fact]
    public void A_missing_value_is_found_when_the_view_is_prepared() =>
        Assert.Equal("Name is null, but the model does not declare it optional.", Refusal(new(new Thing("a", null))));

    [Fact]
    public void Two_entities_of_one_key_are_found_when_the_view_is_prepared() =>
        Assert.Equal("Two entities of Test.Thing have the key 'a'.", Refusal(new(new Thing("a", "x"), new Thing("a", "y"))));

    [Fact]
    public void An_entity_of_a_further_set_has_to_be_in_the_base_set()
    {
        var model = Things(_ => { });
        model.Set("Strangers", _ => (IReadOnlyList<Thing>)[new Thing("b", "y")]);
        Assert.Equal(
            "Strangers leads to an entity of Test.Thing that its base set does not hold.",
            Assert.Throws<ModelException>(() => new ODataSnapshot<World>(model.Build(), new(new Thing("a", "x")))).Message);
    }

    [Fact]
    public async Task The_metadata_is_the_committed_one()
    {
        var documents = new MetadataDocuments(Coast.Model);
        var committed = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Cases", "metadata.verified.xml"), TestContext.Current.CancellationToken);
        var written = System.Text.Encoding.UTF8.GetString(documents.Xml) + "\n";
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Cases", "metadata.received.xml"), written, TestContext.Current.CancellationToken);
        Assert.Equal(committed.ReplaceLineEndings("\n"), written);
    }

    static string Refusal(World world) => Assert.Throws<ModelException>(() => new ODataSnapshot<World>(Things(_ => { }).Build(), world)).Message;

    static void AssertRefused(string message, ODataModelBuilder<World> model) => Assert.Equal(message, Assert.Throws<ModelException>(model.Build).Message);

    static ODataModelBuilder<World> Things(Action<EntityTypeBuilder<World, Thing>> declare)
    {
        var model = new ODataModelBuilder<World>("Test");
        model.Entity<Thing>("Thing", t =>
        {
            t.Key("Id", thing => thing.Id);
            t.Property("Name", thing => thing.Name);
            declare(t);
        });
        model.Set("Things", world => world.Things);
        return model;
    }
}
