using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Writes what the service root offers (OData JSON format 4.01, section 5).</summary>
static class ServiceDocument
{
    public static void Write(PayloadBuffer buffer, ODataModel model, PayloadStyle style, string root)
    {
        buffer.Raw("{"u8);
        if (style.Level != MetadataLevel.None)
        {
            buffer.Plain($"\"@{style.Prefix}context\":");
            buffer.Text(root + "$metadata");
        }
        buffer.Separator();
        buffer.Raw("\"value\":["u8);
        foreach (var source in model.Sources)
        {
            buffer.Separator();
            buffer.Plain($"{{\"name\":\"{source.Name}\",\"kind\":\"{(source is EntitySet ? "EntitySet" : "Singleton")}\",\"url\":\"{source.Name}\"}}");
        }
        buffer.Raw("]}"u8);
    }
}
