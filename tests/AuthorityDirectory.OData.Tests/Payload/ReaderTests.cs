using System.Xml;
using AuthorityDirectory.OData.Tests.Support;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;

namespace AuthorityDirectory.OData.Tests.Payload;

/// <summary>What the service writes, read by somebody else: Microsoft.OData.Core and Microsoft.OData.Edm.</summary>
public sealed class ReaderTests(CoastService coast)
{
    [Theory]
    [InlineData("Lighthouses")]
    [InlineData("TallLighthouses?$expand=Harbour,Keepers&$count=true")]
    [InlineData("Lighthouses?$select=Name,Structure/Position/Latitude&$orderby=Name")]
    [InlineData("Lighthouses?$select=Id&$expand=Harbour")]
    [InlineData("Harbours?$expand=Lighthouses($select=Id,Name;$expand=Keepers($select=Name))")]
    [InlineData("Lighthouses('L2')/Keepers?$expand=*")]
    [InlineData("Lighthouses?$expand=Keepers/$ref")]
    [InlineData("LitBetween(from=1800-01-01)?$expand=Harbour")]
    [InlineData("Lighthouses?$compute=Height mul 2 as Twice,concat(Name,'!') as Cry,Spare as S&$select=Id,Twice,Cry,S")]
    [InlineData("Lighthouses?$select=Id,Languages($top=1;$count=true),Sectors($filter=From gt 1;$select=From)")]
    public async Task A_collection_is_read_back(string request)
    {
        foreach (var form in Forms)
        {
            using var message = await Message(request, form);
            using var reader = Reader(message);
            var resources = await Read(await reader.CreateODataResourceSetReaderAsync());
            Assert.Contains(resources, resource => resource.Properties.Any(property => property.Name is "Id" or "Name"));
        }
    }

    [Theory]
    [InlineData("Lighthouses('L2')")]
    [InlineData("Lighthouses('L2')?$select=Name,Sectors&$expand=Keepers,Harbour")]
    [InlineData("Lighthouses('L3')?$expand=Harbour")]
    [InlineData("Keepers(2)/Lighthouse/Harbour")]
    [InlineData("Register")]
    public async Task An_entity_is_read_back(string request)
    {
        foreach (var form in Forms)
        {
            using var message = await Message(request, form);
            using var reader = Reader(message);
            Assert.NotEmpty(await Read(await reader.CreateODataResourceReaderAsync()));
        }
    }

    [Theory]
    [InlineData("Lighthouses('L2')/Name", "Eddystone")]
    [InlineData("Lighthouses('L2')/Height", 41)]
    [InlineData("Lighthouses('L2')/IsLit", true)]
    public async Task A_property_is_read_back(string request, object expected)
    {
        foreach (var form in Forms)
        {
            using var message = await Message(request, form);
            using var reader = Reader(message);
            Assert.Equal(expected, (await reader.ReadPropertyAsync()).Value);
        }
    }

    [Theory]
    [InlineData("AllSectors()", "From")]
    [InlineData("AllSectors()?$select=To,Colour&$filter=From gt 5", "To")]
    [InlineData("Lighthouses('L2')/Sectors?$orderby=From desc", "From")]
    public async Task Complex_values_are_read_back(string request, string property)
    {
        foreach (var form in Forms)
        {
            using var message = await Message(request, form);
            using var reader = Reader(message);
            Assert.Contains(await Read(await reader.CreateODataResourceSetReaderAsync()), resource => resource.Properties.Any(known => known.Name == property));
        }
    }

    [Fact]
    public async Task References_are_read_back()
    {
        foreach (var form in Forms)
        {
            using var several = await Message("Lighthouses('L2')/Keepers/$ref?$count=true", form);
            using var reader = Reader(several);
            var links = await reader.ReadEntityReferenceLinksAsync();
            Assert.Equal((2L, "Keepers(2)"), (links.Count, coast.Client.BaseAddress!.MakeRelativeUri(links.Links.First().Url).ToString()));
            using var single = await Message("Lighthouses('L2')/Harbour/$ref", form);
            using var other = Reader(single);
            Assert.EndsWith("Harbours('PLY')", (await other.ReadEntityReferenceLinkAsync()).Url.AbsoluteUri, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_service_document_is_read_back()
    {
        using var message = await Message("", Forms[0]);
        using var reader = Reader(message);
        var document = await reader.ReadServiceDocumentAsync();
        Assert.Equal(["Lighthouses", "TallLighthouses", "Harbours", "Keepers"], document.EntitySets.Select(set => set.Name));
        Assert.Equal(["Register"], document.Singletons.Select(singleton => singleton.Name));
    }

    [Fact]
    public async Task An_error_is_read_back()
    {
        using var message = await Message("Lighthouses?$filter=Nme eq 'x'", Forms[0]);
        using var reader = Reader(message);
        var error = await reader.ReadErrorAsync();
        Assert.Equal(("UnknownName", "$filter"), (error.ErrorCode, error.Target));
    }

    [Theory]
    [InlineData("4.0")]
    [InlineData("4.01")]
    public async Task The_metadata_is_a_valid_model(string version)
    {
        var model = await Model(version);
        Assert.True(model.Validate(out var errors), string.Join('\n', errors));
        var lighthouse = (IEdmEntityType)model.FindType("Coast.Lighthouse");
        Assert.Equal("Id", Assert.Single(lighthouse.Key()).Name);
        Assert.Equal("Harbours", model.FindDeclaredEntitySet("TallLighthouses").FindNavigationTarget((IEdmNavigationProperty)lighthouse.FindProperty("Harbour")).Name);
        Assert.Null(((IEdmDecimalTypeReference)lighthouse.FindProperty("Fee").Type).Scale);
    }

    static readonly string[][] Forms =
    [
        ["4.0", "application/json;odata.metadata=minimal"], ["4.0", "application/json;odata.metadata=full"], ["4.0", "application/json;IEEE754Compatible=true"],
        ["4.01", "application/json;metadata=minimal"], ["4.01", "application/json;metadata=full"],
    ];

    IEdmModel? _model;

    ODataMessageReader Reader(Answer message) => new(
        message,
        new ODataMessageReaderSettings(message.GetHeader("OData-Version") == "4.0" ? ODataVersion.V4 : ODataVersion.V401) { MaxProtocolVersion = ODataVersion.V401, BaseUri = coast.Client.BaseAddress, Validations = ValidationKinds.All & ~ValidationKinds.ThrowOnUndeclaredPropertyForNonOpenType },
        message.Model);

    async Task<IEdmModel> Model(string version)
    {
        using var answer = await coast.Get("$metadata", ("OData-MaxVersion", version));
        using var reader = XmlReader.Create(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.True(CsdlReader.TryParse(reader, out var model, out var errors), string.Join('\n', errors));
        return model;
    }

    async Task<Answer> Message(string request, string[] form)
    {
        var answer = await coast.Get(request, ("OData-MaxVersion", form[0]), ("Accept", form[1]));
        _model ??= await Model("4.01");
        return new Answer(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), _model);
    }

    static async Task<List<ODataResource>> Read(ODataReader reader)
    {
        var resources = new List<ODataResource>();
        while (await reader.ReadAsync())
        {
            if (reader is { State: ODataReaderState.ResourceEnd, Item: ODataResource resource })
                resources.Add(resource);
        }
        return resources;
    }

    sealed class Answer(HttpResponseMessage answer, Stream body, IEdmModel model) : IODataResponseMessageAsync, IDisposable
    {
        public IEdmModel Model => model;

        public IEnumerable<KeyValuePair<string, string>> Headers =>
            answer.Headers.Concat(answer.Content.Headers).Select(header => KeyValuePair.Create(header.Key, string.Join(',', header.Value)));

        public int StatusCode { get => (int)answer.StatusCode; set => throw new NotSupportedException(); }

        public string GetHeader(string headerName) => Headers.FirstOrDefault(header => header.Key.Equals(headerName, StringComparison.OrdinalIgnoreCase)).Value;

        public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();

        public Stream GetStream() => body;

        public Task<Stream> GetStreamAsync() => Task.FromResult(body);

        public void Dispose() => answer.Dispose();
    }
}
