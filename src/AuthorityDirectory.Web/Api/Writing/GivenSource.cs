using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>The paper that a client names.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reference">Its reference; null for none.</param>
/// <param name="AsOf">Its day; null for none.</param>
public sealed record GivenSource(SourceKind Kind, string? Reference, DateOnly? AsOf)
{
    /// <summary>As the desk keeps it while a request is written.</summary>
    internal DraftSource ToDraft() => new() { Kind = Kind.ToString(), Reference = Reference ?? "", AsOf = Written(AsOf) };

    /// <summary>As the ledger holds it.</summary>
    internal Source ToSource(DateOnly today) => ToDraft().ToSource(today)!;

    /// <summary>A day as it is typed; empty for none.</summary>
    internal static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
