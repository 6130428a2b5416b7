namespace AuthorityDirectory.OData.Model;

/// <summary>A primitive type of the standard.</summary>
public abstract class PrimitiveType : ODataType
{
    private protected PrimitiveType(string name) : base("Edm." + name, name, null) { }
}

/// <summary>A primitive type as getters return it.</summary>
sealed class PrimitiveType<T>(string name) : PrimitiveType(name);
