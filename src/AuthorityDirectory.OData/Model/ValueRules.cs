using System.Text.RegularExpressions;

namespace AuthorityDirectory.OData.Model;

/// <summary>What the values of a property are promised to keep to, in the terms of the Validation vocabulary (Org.OData.Validation.V1).</summary>
/// <remarks>Promises, not checks: what a view holds is answered as it is. Of a collection they are about each value, but for <see cref="MinItems"/>.</remarks>
public sealed record ValueRules
{
    /// <summary>No promise.</summary>
    public static ValueRules None { get; } = new();

    /// <summary>The regular expression (ECMA-262) that a text matches; null for any text.</summary>
    public string? Pattern { get; init; }

    /// <summary>The smallest number; null for any.</summary>
    public int? Minimum { get; init; }

    /// <summary>The fewest values of a collection; null for any number of them.</summary>
    public int? MinItems { get; init; }

    /// <summary>The only texts that occur; empty for any.</summary>
    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <summary>Finds a promise that a property of a type cannot make.</summary>
    internal void Check(string property, ODataType type, bool isCollection)
    {
        if ((Pattern is not null || AllowedValues.Count > 0) && type is not PrimitiveType { Kind: PrimitiveKind.String })
            throw new ModelException($"{property} is of {type.QualifiedName}; only a text has a pattern or allowed values.");
        if (Minimum is not null && type is not PrimitiveType { IsNumber: true })
            throw new ModelException($"{property} is of {type.QualifiedName}; only a number has a minimum.");
        if (MinItems is not null && !isCollection)
            throw new ModelException($"{property} is a single value; only a collection has a least number of them.");
        CheckPattern(property);
    }

    void CheckPattern(string property)
    {
        try
        {
            _ = Pattern is null ? null : new Regex(Pattern, RegexOptions.ECMAScript);
        }
        catch (RegexParseException broken)
        {
            throw new ModelException($"The pattern of {property} is no regular expression: {broken.Message}");
        }
    }
}
