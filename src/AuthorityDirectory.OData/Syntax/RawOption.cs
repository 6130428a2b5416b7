namespace AuthorityDirectory.OData.Syntax;

/// <summary>One option of a query string.</summary>
/// <param name="Name">The decoded name.</param>
/// <param name="Encoded">The whole option as sent, for links.</param>
/// <param name="Source">The decoded value.</param>
sealed record RawOption(string Name, string Encoded, SourceText Source)
{
    /// <summary>Which system option it is; null of an alias or an option that only the host may know.</summary>
    public SystemOption? System => SystemOptions.TryFind(Name, out var option) ? option : null;

    public static RawOption Parse(string raw)
    {
        var equals = raw.IndexOf('=', StringComparison.Ordinal);
        var name = PercentEncoding.DecodeQuery(equals < 0 ? raw : raw.AsSpan(0, equals), "query");
        var target = SystemOptions.TryFind(name, out var option) ? option.Written() : name;
        var value = equals < 0 ? "" : PercentEncoding.DecodeQuery(raw.AsSpan(equals + 1), target);
        return new RawOption(name, raw, new SourceText(target, value));
    }
}
