using System.Text.Json;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Writing;

/// <summary>One reading of a body against its shape: collects every fault and goes on.</summary>
/// <param name="isIeee754Compatible">Whether whole and decimal numbers may come as texts (JSON format 4.01, section 3.2).</param>
sealed class InputReading(bool isIeee754Compatible)
{
    /// <summary>Enough to see what is wrong; a body of faults must not become an answer many times its size.</summary>
    const int MostFaults = 100;

    readonly List<RefusalDetail> _faults = [];

    public IReadOnlyList<RefusalDetail> Faults => _faults;

    /// <summary>Whether reading on would tell nothing that is still told.</summary>
    public bool IsFull => _faults.Count >= MostFaults;

    /// <summary>The members of an object; null after a fault has been noted.</summary>
    public InputValues? Structure(JsonElement json, InputShape shape, InputPlace at)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Mismatch(at, shape.Type?.QualifiedName ?? "an object", json);
            return null;
        }
        var before = _faults.Count;
        var values = new Dictionary<InputMember, object>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject().TakeWhile(_ => !IsFull))
            Member(property, shape, at, seen, values);
        foreach (var missing in shape.Members.Where(member => member.IsRequired && !seen.Contains(member.Name)))
            Missing(at.Member(missing.Name), "is missing");
        return _faults.Count == before ? new InputValues(values) : null;
    }

    /// <summary>The text of a value that is no object, array or null; null after a fault has been noted.</summary>
    public string? Scalar(JsonElement json, ODataType type, InputPlace at)
    {
        if (Fits(json, type))
            return json.ValueKind == JsonValueKind.String ? Text(json, at) : json.GetRawText();
        Mismatch(at, type.QualifiedName, json);
        return null;
    }

    public bool Mismatch(InputPlace at, string wanted, JsonElement json) =>
        Fault(at, new(ErrorCode.TypeMismatch, $"This has to be {wanted}, not {Kind(json)}."));

    public bool Missing(InputPlace at, string what) => Fault(at, new(ErrorCode.MissingValue, $"{at} {what}."));

    /// <summary>Notes a fault; false, as what is returned where it is found.</summary>
    public bool Fault(InputPlace at, RefusalDetail fault)
    {
        if (!IsFull)
            _faults.Add(fault with { Target = at.ToString() is { Length: > 0 } path ? path : null });
        return false;
    }

    void Member(JsonProperty property, InputShape shape, InputPlace at, HashSet<string> seen, Dictionary<InputMember, object> values)
    {
        var (name, place) = (property.Name, at.Member(property.Name));
        if (name.Contains('@', StringComparison.Ordinal))
            UnknownMembers.Annotation(name);
        else if (!seen.Add(name))
            Fault(place, new(ErrorCode.DuplicateName, $"{ScalarText.Shown(name)} is given twice."));
        else if (shape.Find(name) is not { } member)
            Fault(place, UnknownMembers.Fault(name, shape));
        else if (property.Value.ValueKind == JsonValueKind.Null)
            _ = member.IsRequired ? Missing(place, "is null, and has to be given") : member.IsCollection && Mismatch(place, $"a collection of {member.Type}", property.Value);
        else if (member.Read(property.Value, place, this) is { } value)
            values[member] = value;
    }

    string? Text(JsonElement json, InputPlace at)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            Fault(at, new(ErrorCode.InvalidValue, "The text holds half of a character."));
            return null;
        }
    }

    /// <summary>Whether JSON of this kind can hold a value of the type (JSON format 4.01, section 7.1).</summary>
    bool Fits(JsonElement json, ODataType type) => (json.ValueKind, (type as PrimitiveType)?.Kind) switch
    {
        (JsonValueKind.True or JsonValueKind.False, PrimitiveKind.Boolean) => true,
        (JsonValueKind.Number, >= PrimitiveKind.Int32 and <= PrimitiveKind.Double) => true,
        (JsonValueKind.String, PrimitiveKind.Int64 or PrimitiveKind.Decimal) => isIeee754Compatible,
        (JsonValueKind.String, PrimitiveKind.Double) => json.ValueEquals("NaN"u8) || json.ValueEquals("INF"u8) || json.ValueEquals("-INF"u8),
        (JsonValueKind.String, PrimitiveKind.Boolean or PrimitiveKind.Int32) => false,
        (JsonValueKind.String, _) => true,
        _ => false,
    };

    static string Kind(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => json.GetRawText(),
    };
}
