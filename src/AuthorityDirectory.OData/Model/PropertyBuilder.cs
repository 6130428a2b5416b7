namespace AuthorityDirectory.OData.Model;

/// <summary>What is said about one property beside its name, type and value.</summary>
public sealed class PropertyBuilder
{
    internal PropertyBuilder(bool isNullable) => IsNullable = isNullable;

    internal bool IsNullable { get; private set; }
    internal string? Description { get; private set; }
    internal int? Length { get; private set; }
    internal ValueRules Rules { get; private set; } = ValueRules.None;

    /// <summary>Says in <c>$metadata</c> (Core.Description) what the property holds.</summary>
    public PropertyBuilder Describe(string description)
    {
        Description = description;
        return this;
    }

    /// <summary>Allows null: of a text, a URL, a complex value or a single related entity. Nullable values such as <c>DateOnly?</c> allow it by their type.</summary>
    public PropertyBuilder Optional()
    {
        IsNullable = true;
        return this;
    }

    /// <summary>Promises in <c>$metadata</c> that a text is never longer, in characters.</summary>
    public PropertyBuilder MaxLength(int characters)
    {
        Length = characters;
        return this;
    }

    /// <summary>Promises (Validation.Pattern) that a text, or each text of a collection, matches a regular expression.</summary>
    /// <param name="expression">In the dialect of ECMA-262, from <c>^</c> to <c>$</c>.</param>
    public PropertyBuilder Pattern(string expression)
    {
        Rules = Rules with { Pattern = expression };
        return this;
    }

    /// <summary>Promises (Validation.Minimum) that a number is never smaller.</summary>
    public PropertyBuilder Minimum(int number)
    {
        Rules = Rules with { Minimum = number };
        return this;
    }

    /// <summary>Promises (Validation.MinItems) that a collection never has fewer values.</summary>
    public PropertyBuilder MinItems(int count)
    {
        Rules = Rules with { MinItems = count };
        return this;
    }

    /// <summary>Promises (Validation.AllowedValues) that a text is one of a closed list; what grows with the data is none.</summary>
    public PropertyBuilder AllowedValues(IEnumerable<string> texts)
    {
        Rules = Rules with { AllowedValues = [.. texts] };
        return this;
    }
}
