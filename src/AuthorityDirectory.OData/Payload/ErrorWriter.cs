using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Writes errors in the JSON format (OData JSON format 4.01, section 21.1).</summary>
/// <remarks>
/// The place is the annotation <c>@query.position</c>: which character of the target's decoded text the error points at, counted from 1. A client that does not know it passes it over.
/// </remarks>
static class ErrorWriter
{
    public static void Write(PayloadBuffer buffer, QueryError error)
    {
        buffer.Raw("{\"error\":{"u8);
        Reason(buffer, error.Code, error.Message, error.Target);
        if (error.Position is { } position)
        {
            buffer.Raw(",\"@query.position\":"u8);
            buffer.Number(position);
        }
        if (error.Details.Count > 0)
            Details(buffer, error.Details);
        buffer.Raw("}}"u8);
    }

    static void Details(PayloadBuffer buffer, IReadOnlyList<RefusalDetail> details)
    {
        buffer.Raw(",\"details\":["u8);
        foreach (var detail in details)
        {
            buffer.Separator();
            buffer.Raw("{"u8);
            Reason(buffer, detail.Code, detail.Message, detail.Target);
            buffer.Raw("}"u8);
        }
        buffer.Raw("]"u8);
    }

    static void Reason(PayloadBuffer buffer, string code, string message, string? target)
    {
        buffer.Raw("\"code\":"u8);
        buffer.Text(code);
        buffer.Raw(",\"message\":"u8);
        buffer.Text(message);
        if (target is null)
            return;
        buffer.Raw(",\"target\":"u8);
        buffer.Text(target);
    }
}
