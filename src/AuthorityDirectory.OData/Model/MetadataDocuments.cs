using System.Text;
using System.Text.Json;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;

namespace AuthorityDirectory.OData.Model;

/// <summary>The descriptions of a model, written once at start-up.</summary>
sealed class MetadataDocuments
{
    static readonly Version _csdl40 = new(4, 0);
    static readonly Version _csdl401 = new(4, 1);

    public MetadataDocuments(ODataModel model)
    {
        Xml = WriteXml(EdmBuilder.Build(model, _csdl40));
        var edm401 = EdmBuilder.Build(model, _csdl401);
        Xml401 = WriteXml(edm401);
        Json = WriteJson(edm401);
    }

    /// <summary>CSDL XML for a 4.0 client.</summary>
    public byte[] Xml { get; }

    /// <summary>CSDL XML for a 4.01 client.</summary>
    public byte[] Xml401 { get; }

    /// <summary>CSDL JSON, which exists from 4.01 on.</summary>
    public byte[] Json { get; }

    static byte[] WriteXml(EdmModel edm)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            Check(CsdlWriter.TryWriteCsdl(edm, writer, CsdlTarget.OData, out var errors), errors);
        }
        // Without a scale XML means no digits after the point, and the writer leaves it out; JSON means any number of them.
        text.Replace("Edm.Decimal\"", "Edm.Decimal\" Scale=\"variable\"").Replace("Edm.Decimal)\"", "Edm.Decimal)\" Scale=\"variable\"");
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text);
    }

    static byte[] WriteJson(EdmModel edm)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            Check(CsdlWriter.TryWriteCsdl(edm, writer, out var errors), errors);
        }
        return stream.ToArray();
    }

    static void Check(bool isWritten, IEnumerable<EdmError> errors)
    {
        if (!isWritten)
            throw new ModelException($"The model cannot be described: {string.Join("; ", errors.Select(error => error.ErrorMessage))}");
    }
}
