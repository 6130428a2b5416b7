namespace AuthorityDirectory.OData.Model;

/// <summary>What is said about one property beside its name, type and value.</summary>
public sealed class PropertyBuilder
{
    internal PropertyBuilder(bool isNullable) => IsNullable = isNullable;

    internal bool IsNullable { get; private set; }
    internal string? Description { get; private set; }
    internal int? Length { get; private set; }

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
}
