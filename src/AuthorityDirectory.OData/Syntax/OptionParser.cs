using System.Globalization;
using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>Reads the value of one query option, of the request or within brackets (URL conventions 4.01, sections 5.1.2 to 5.1.8).</summary>
sealed class OptionParser(Lexer lexer, NodeCounter counter, ODataLimits limits, bool isNested)
{
    /// <summary>The query with this option added to it.</summary>
    public QuerySyntax Read(SystemOption option, QuerySyntax query) => option switch
    {
        SystemOption.Filter => query with { Filter = new ExpressionParser(lexer, counter).Expression() },
        SystemOption.OrderBy => query with { OrderBy = OrderBy() },
        SystemOption.Select => query with { Select = Items() },
        SystemOption.Expand => query with { Expand = Items() },
        SystemOption.Compute => query with { Compute = Compute() },
        SystemOption.Top => query with { Top = Number() },
        SystemOption.Skip => query with { Skip = Number() },
        SystemOption.Count => query with { Count = TrueOrFalse() },
        SystemOption.Search => query with { Search = new SearchParser(lexer, counter, isNested).Parse() },
        SystemOption.SkipToken => query with { SkipToken = Rest() },
        SystemOption.Format => query with { Format = Rest() },
        SystemOption.Id => query with { Id = Rest() },
        _ => throw lexer.Source.At(lexer.Position).NotImplemented($"The query option {option.Written()} is not implemented"),
    };

    List<OrderBySyntax> OrderBy()
    {
        var keys = new List<OrderBySyntax>();
        do
        {
            if (keys.Count == limits.MaxOrderByCount)
                throw lexer.Here.Exceeds(nameof(limits.MaxOrderByCount), limits.MaxOrderByCount);
            keys.Add(new OrderBySyntax(new ExpressionParser(lexer, counter).Expression(), IsDescending()));
        }
        while (lexer.TryTake(','));
        return keys;
    }

    List<ComputeSyntax> Compute()
    {
        var properties = new List<ComputeSyntax>();
        do
        {
            var expression = new ExpressionParser(lexer, counter).Expression();
            if (!lexer.IsWord("as"))
                throw lexer.Unexpected("'as' and a name");
            lexer.Take();
            var at = lexer.Here;
            var name = lexer.Next.Kind == TokenKind.Name ? lexer.SpanOf(lexer.Take()).ToString() : throw lexer.Unexpected("a name");
            properties.Add(name.Contains('.', StringComparison.Ordinal) ? throw at.Invalid(ErrorCode.Syntax, "The name of a computed property has no dots") : new ComputeSyntax(expression, name, at));
        }
        while (lexer.TryTake(','));
        return properties;
    }

    bool IsDescending()
    {
        if (!lexer.IsWord("asc") && !lexer.IsWord("desc"))
            return false;
        var isDescending = lexer.IsWord("desc");
        lexer.Take();
        return isDescending;
    }

    List<ItemSyntax> Items()
    {
        var items = new List<ItemSyntax>();
        do
            items.Add(Item());
        while (lexer.TryTake(','));
        return items;
    }

    ItemSyntax Item()
    {
        var path = new List<PathName>();
        do
            path.Add(PathName());
        while (lexer.TryTake('/'));
        counter.Count(path[0].At);
        return new ItemSyntax(path, lexer.IsSign('(') ? Nested() : QuerySyntax.Empty);
    }

    PathName PathName()
    {
        var at = lexer.Here;
        if (lexer.TryTake('*'))
            return new PathName("*", at);
        if (lexer.Next.Kind == TokenKind.Alias)
            throw at.NotImplemented("Annotations in $select and $expand are not implemented");
        var name = lexer.Next.Kind is TokenKind.Name or TokenKind.Dollar
            ? new PathName(lexer.SpanOf(lexer.Take()).ToString(), at)
            : throw lexer.Unexpected("a property name or *");
        return lexer.Source.Text.AsSpan(lexer.Position) is not ['.', '*', ..] ? name
            : throw at.NotImplemented($"Operations, such as those of {name.Name}.*, are not implemented in $select");
    }

    QuerySyntax Nested()
    {
        var query = QuerySyntax.Empty;
        var seen = new HashSet<SystemOption>();
        counter.Enter(lexer.Here);
        lexer.Expect('(');
        do
            query = NestedOption(query, seen);
        while (lexer.TryTake(';'));
        lexer.Expect(')');
        counter.Leave();
        return query;
    }

    QuerySyntax NestedOption(QuerySyntax query, HashSet<SystemOption> seen)
    {
        if (lexer.Next.Kind == TokenKind.Alias)
            throw lexer.Here.NotImplemented("Parameter aliases within brackets are not implemented; define them as query options of the request");
        var at = lexer.Here;
        var name = lexer.Next.Kind is TokenKind.Name or TokenKind.Dollar ? lexer.SpanOf(lexer.Take()).ToString() : throw lexer.Unexpected("a query option such as $select");
        if (!SystemOptions.TryFind(name, out var option) || !option.IsNested())
            throw at.Invalid(ErrorCode.UnknownOption, $"'{name}' is not a query option that can stand in brackets");
        if (!seen.Add(option))
            throw at.Invalid(ErrorCode.DuplicateOption, $"{option.Written()} is given twice");
        lexer.Expect('=');
        var start = lexer.Position;
        var read = new OptionParser(lexer, counter, limits, isNested: true).Read(option, query);
        return read with { Written = [.. query.Written, new WrittenOption(option, lexer.Source.Text[start..lexer.Next.Start])] };
    }

    ValueSyntax<long> Number()
    {
        var at = lexer.Here;
        return lexer.Next.Kind == TokenKind.Number && long.TryParse(lexer.SpanOf(lexer.Take()), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ValueSyntax<long>(number, at)
            : throw at.Invalid(ErrorCode.InvalidValue, "A whole number, zero or more, is expected");
    }

    ValueSyntax<bool> TrueOrFalse()
    {
        var at = lexer.Here;
        if (!lexer.IsWord("true") && !lexer.IsWord("false"))
            throw lexer.Unexpected("true or false");
        var value = lexer.IsWord("true");
        lexer.Take();
        return new ValueSyntax<bool>(value, at);
    }

    ValueSyntax<string> Rest()
    {
        var value = new ValueSyntax<string>(lexer.Source.Text[lexer.Position..], lexer.Source.At(lexer.Position));
        lexer.MoveTo(lexer.Source.Text.Length);
        return value;
    }
}
