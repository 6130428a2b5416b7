using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Writing;
using AuthorityDirectory.Web.Api.OpenApi;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Tests.Api;

/// <summary>Inserts and actions in the description for programs, of a model that has some.</summary>
public sealed class OpenApiWriteTests
{
    private static readonly ODataModel<World> Model = Declare();

    [Fact]
    public void An_insert_takes_what_is_declared_and_tells_what_it_may_answer()
    {
        var operation = new ODataWrites(Document()).Insert(Model.Sources.OfType<EntitySet>().Single());

        var body = operation.RequestBody!.Content!["application/json"].Schema!;
        Assert.Equal(["Id", "Parts"], body.Required!);
        Assert.Equal(["Id", "Parts", "Note"], body.Properties!.Keys);
        Assert.False(body.AdditionalPropertiesAllowed);
        Assert.Equal(["Size", "Colour"], body.Properties["Parts"].Items!.Properties!.Keys);
        Assert.Equal(1, body.Properties["Parts"].MinItems);
        Assert.Equal((JsonSchemaType.String | JsonSchemaType.Null, 9), (body.Properties["Note"].Type, body.Properties["Note"].MaxLength));
        Assert.Equal(["200", "201", "204", "400", "401", "403", "406", "409", "413", "415", "429", "501", "503"], operation.Responses!.Keys.Order());
        Assert.Equal(["Location", "ETag"], operation.Responses["201"].Headers!.Keys);
        Assert.NotEmpty(operation.Security!);
    }

    [Fact]
    public void An_action_tells_its_header_and_its_parameters()
    {
        var set = Model.Sources.OfType<EntitySet>().Single();
        var writes = new ODataWrites(Document());
        var mend = writes.Invoke(set, set.Type.Actions[0]);
        var burn = writes.Invoke(set, set.Type.Actions[1]);

        Assert.Equal(("mendThings", "Mends it."), (mend.OperationId, mend.Summary));
        Assert.Equal(["with"], mend.RequestBody!.Content!["application/json"].Schema!.Required!);
        Assert.Equal([true, false], new[] { mend, burn }.Select(action => action.Parameters!.Single(parameter => parameter.Name == "If-Match").Required));
        Assert.Equal(["200", "204", "400", "401", "403", "406", "409", "412", "413", "415", "428", "429", "501", "503"], mend.Responses!.Keys.Order());
        Assert.Equal(["204", "400", "401", "403", "406", "409", "412", "413", "415", "429", "501", "503"], burn.Responses!.Keys.Order());
        Assert.False(burn.RequestBody!.Required);
    }

    [Fact]
    public async Task The_description_of_writes_is_valid_OpenAPI()
    {
        var document = Document();
        document.Components!.Responses = new Dictionary<string, IOpenApiResponse>();
        document.Components.Schemas!.Add("Error", new OpenApiSchema { Type = JsonSchemaType.Object });
        document.Tags = new HashSet<OpenApiTag> { new() { Name = "Things" } };
        foreach (var name in ODataErrors.Always.Values.Concat(ODataErrors.OfBodies.Values))
        {
            document.Components.Responses.Add(name, new OpenApiResponse { Description = name });
        }

        var writes = new ODataWrites(document);
        writes.Add();
        document.Paths.Add("/Things", new OpenApiPathItem { Operations = new() { [HttpMethod.Post] = writes.Insert(Model.Sources.OfType<EntitySet>().Single()) } });

        var read = OpenApiDocument.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, TestContext.Current.CancellationToken), "json");

        Assert.Empty(read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(error => error.ToString()));
        Assert.Equal(13, read.Document!.Paths["/Things"].Operations![HttpMethod.Post].Responses!.Count);
    }

    private static OpenApiDocument Document()
    {
        var document = new OpenApiDocument { Info = new() { Title = "Things", Version = "v1" }, Paths = [], Components = new() { Schemas = new Dictionary<string, IOpenApiSchema>() } };
        new ODataSchemas(document).Add(Model);
        return document;
    }

    private static ODataModel<World> Declare()
    {
        var model = new ODataModelBuilder<World>("Test");
        model.Enum<Colour>("Colour");
        model.Complex<Part>("Part", t =>
        {
            t.Property("Size", part => part.Size);
            t.Property("Colour", part => part.Colour);
        });
        model.Entity<Thing>("Thing", t =>
        {
            t.Key("Id", thing => thing.Id);
            t.Property("Note", thing => thing.Note).Optional().MaxLength(9);
            t.Collection("Parts", thing => thing.Parts);
            t.Action("Mend", a =>
            {
                a.Required<string>("with");
                a.RequireMatch();
                a.Handle(call => ValueTask.FromResult(WriteResult.Current(call.Entity)));
            }, "Mends it.");
            t.Action("Burn", a => a.HandleWithoutAnswer(_ => default));
        });
        var part = model.Input<Part>("Part", s =>
        {
            var (size, colour) = (s.Required<int>("Size"), s.Required<Colour>("Colour"));
            s.Makes(given => new Part(given.Value(size), given.Value(colour)));
        });
        model.Set<Thing>("Things", _ => []).Insert(i =>
        {
            var (id, parts, note) = (i.Required<string>("Id"), i.RequiredList("Parts", part), i.Optional<string>("Note"));
            i.Handle(call => ValueTask.FromResult(WriteResult.Created(new Thing(call.Value(id), call.OrNull(note), call.List(parts)))));
        });
        return model.Build();
    }

    private enum Colour
    {
        Red,
        Green,
    }

    private sealed record World;

    private sealed record Part(int Size, Colour Colour);

    private sealed record Thing(string Id, string? Note, IReadOnlyList<Part> Parts);
}
