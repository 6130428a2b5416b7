using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>The query part of a request: system options, parameter aliases, and whatever else it says.</summary>
sealed class RequestQuery
{
    readonly HashSet<SystemOption> _given = [];
    readonly Dictionary<string, SourceText> _aliases = new(StringComparer.Ordinal);
    readonly Dictionary<string, SourceText> _custom = new(StringComparer.Ordinal);
    readonly ODataLimits _limits;

    RequestQuery(ODataLimits limits) => _limits = limits;

    public QuerySyntax Options { get; private set; } = QuerySyntax.Empty;

    /// <summary>The system options that were given.</summary>
    public IReadOnlySet<SystemOption> Given => _given;

    /// <summary>The text of each parameter alias, such as <c>@p</c>.</summary>
    public IReadOnlyDictionary<string, SourceText> Aliases => _aliases;

    /// <summary>The texts of options that the standard does not define: arguments of functions, or the host's business.</summary>
    public IReadOnlyDictionary<string, SourceText> Custom => _custom;

    /// <summary>The options that define aliases, as written in the URL.</summary>
    public IReadOnlyList<string> AliasOptions => [.. Raw.Where(option => option.Name.StartsWith('@')).Select(option => option.Encoded)];

    /// <summary>Every option as written in the URL, for next links.</summary>
    public IReadOnlyList<RawOption> Raw { get; private init; } = [];

    /// <summary>The value of <c>$id</c>, which is then no longer among the options that are given.</summary>
    public ValueSyntax<string>? TakeId()
    {
        _given.Remove(SystemOption.Id);
        return Options.Id;
    }

    /// <summary>Reads a query string: what follows the question mark, as sent.</summary>
    public static RequestQuery Parse(string raw, ODataLimits limits)
    {
        var query = new RequestQuery(limits) { Raw = [.. raw.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(RawOption.Parse)] };
        foreach (var option in query.Raw)
            query.Read(option);
        return query;
    }

    void Read(RawOption option)
    {
        if (option.Name.StartsWith('@'))
            AddAlias(option);
        else if (option.System is { } system)
            AddOption(system, option);
        else if (option.Name.StartsWith('$'))
            throw new QueryException(new QueryError(400, ErrorCode.UnknownOption, UnknownOption(option.Name), option.Name));
        else
            _custom[option.Name] = option.Source;
    }

    static string UnknownOption(string name) =>
        Suggestions.Append($"'{name}' is not a query option", name, Enum.GetValues<SystemOption>().Select(known => known.Written())) + ".";

    void AddAlias(RawOption option)
    {
        if (!_aliases.TryAdd(option.Name, option.Source))
            throw option.Source.At(0).Invalid(ErrorCode.DuplicateOption, $"{option.Name} is given twice");
    }

    void AddOption(SystemOption system, RawOption option)
    {
        var lexer = new Lexer(option.Source);
        if (!_given.Add(system))
            throw option.Source.At(0).Invalid(ErrorCode.DuplicateOption, $"{system.Written()} is given twice");
        var read = new OptionParser(lexer, new NodeCounter(_limits), _limits, isNested: false).Read(system, Options);
        Options = read with { Written = [.. read.Written, new WrittenOption(system, option.Source.Text)] };
        lexer.ExpectEnd("the end");
    }
}
