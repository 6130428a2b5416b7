using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Http;

/// <summary>What a host decides about a service.</summary>
public sealed record ODataOptions
{
    /// <summary>How much one request may ask for.</summary>
    public ODataLimits Limits { get; init; } = new();

    /// <summary>The clock behind <c>now()</c>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The service root that links begin with, with its closing slash; null to take scheme and host from each request.</summary>
    public Uri? ServiceRoot { get; init; }
}
