namespace AuthorityDirectory.OData.Model;

/// <summary>One member of an enumeration.</summary>
/// <param name="Value">What getters return.</param>
/// <param name="Name">What payloads and queries say: an identifier.</param>
/// <param name="Description">What <c>$metadata</c> says of it, if anything.</param>
public sealed record EnumMember<TValue>(TValue Value, string Name, string? Description = null) where TValue : notnull;
