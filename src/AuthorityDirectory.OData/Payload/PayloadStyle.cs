namespace AuthorityDirectory.OData.Payload;

/// <summary>How much a payload says about itself (JSON format 4.01, section 3.1).</summary>
enum MetadataLevel
{
    Minimal,
    None,
    Full,
}

/// <summary>The form of a payload that the client and the service agreed on.</summary>
/// <param name="Level">How much control information it carries.</param>
/// <param name="IsVersion401">Whether control information goes without the prefix <c>odata.</c>.</param>
/// <param name="IsIeee754Compatible">Whether 64-bit and decimal numbers are written as texts.</param>
sealed record PayloadStyle(MetadataLevel Level, bool IsVersion401, bool IsIeee754Compatible)
{
    /// <summary>The form that property fragments are stored in: they hold no control information, so both versions share them.</summary>
    public static PayloadStyle Fragment { get; } = new(MetadataLevel.Minimal, IsVersion401: true, IsIeee754Compatible: false);

    /// <summary>Whether stored fragments are what this style writes.</summary>
    public bool UsesFragments => Level != MetadataLevel.Full && !IsIeee754Compatible;

    public bool IsFull => Level == MetadataLevel.Full;

    /// <summary>What stands between <c>@</c> and the name of a piece of control information.</summary>
    public string Prefix => IsVersion401 ? "" : "odata.";
}
