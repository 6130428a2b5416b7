using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Writes errors in the JSON format (OData JSON format 4.01, section 21.1).</summary>
/// <remarks>
/// The place is the annotation <c>@query.position</c>: which character of the target's decoded text the error points at, counted from 1. A client that does not know it passes it over.
/// </remarks>
static class ErrorWriter
{
    public static void Write(PayloadBuffer buffer, QueryError error)
    {
        buffer.Raw("{\"error\":{\"code\":"u8);
        buffer.Text(error.Code);
        buffer.Raw(",\"message\":"u8);
        buffer.Text(error.Message);
        if (error.Target is not null)
        {
            buffer.Raw(",\"target\":"u8);
            buffer.Text(error.Target);
        }
        if (error.Position is { } position)
        {
            buffer.Raw(",\"@query.position\":"u8);
            buffer.Number(position);
        }
        buffer.Raw("}}"u8);
    }
}
