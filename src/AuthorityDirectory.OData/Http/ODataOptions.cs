using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Writing;
using Microsoft.AspNetCore.Http;

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

    /// <summary>What the host does before a request is answered, each request of a batch by itself: it notes who asks what, or refuses; null for nothing.</summary>
    /// <remarks>It is given the HTTP request, for one of a batch the batch, and what was asked: path and query behind the service root, as sent, those options too that stood in a body.</remarks>
    public Func<HttpContext, string, ValueTask<Refusal?>>? BeforeAnswer { get; init; }
}
