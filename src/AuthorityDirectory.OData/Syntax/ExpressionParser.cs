using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>Reads common expressions (URL conventions 4.01, section 5.1.1): one method per production.</summary>
/// <remarks>It stops before the first token that cannot go on the expression, so that it also reads expressions within <c>$expand</c> and <c>$orderby</c>.</remarks>
sealed class ExpressionParser(Lexer lexer, NodeCounter counter)
{
    /// <summary>Reads a text that is one expression and nothing else.</summary>
    public static ExpressionSyntax ParseWhole(SourceText source, ODataLimits limits)
    {
        var lexer = new Lexer(source);
        var expression = new ExpressionParser(lexer, new NodeCounter(limits)).Expression();
        lexer.ExpectEnd("an operator or the end");
        return expression;
    }

    public ExpressionSyntax Expression()
    {
        counter.Enter(lexer.Here);
        var expression = Binary(Operators.Loosest);
        counter.Leave();
        return expression;
    }

    /// <summary>Reads the values in brackets behind the name of a path segment.</summary>
    public IReadOnlyList<ExpressionSyntax> Arguments() => List('(', ')', Argument).Items;

    ExpressionSyntax Binary(int level)
    {
        var left = Tighter(level);
        while (TryTakeOperator(level, out var op, out var at))
            left = counter.Count(new BinarySyntax(op, left, op == Operator.In ? InOperand() : Tighter(level), at));
        return left;
    }

    ExpressionSyntax Tighter(int level) => level switch
    {
        Operators.Tightest => Primary(),
        Operators.Tightest - 1 => Unary(),
        _ => Binary(level + 1),
    };

    bool TryTakeOperator(int level, out Operator op, out Location at)
    {
        (op, at) = (default, lexer.Here);
        if (lexer.Next is not { Kind: TokenKind.Name, AfterSpace: true } || !Operators.TryFind(lexer.SpanOf(lexer.Next), out var found) || found.Level != level)
            return false;
        op = found.Operator;
        lexer.Take();
        return lexer.Next.AfterSpace && lexer.Next.Kind != TokenKind.End ? true : throw lexer.Unexpected(lexer.Next.Kind == TokenKind.End ? "an expression" : "a space");
    }

    ExpressionSyntax Unary()
    {
        var at = lexer.Here;
        if (lexer.IsSign('-'))
            return Signed(Operator.Negate, at);
        return lexer.IsWord("not") ? Signed(Operator.Not, at) : Binary(Operators.Tightest);
    }

    ExpressionSyntax Signed(Operator op, Location at)
    {
        lexer.Take();
        if (op == Operator.Negate && lexer.IsWord("INF"))
            return TakeLiteral(LiteralKind.Number, prefix: "-");
        if (op == Operator.Not && !lexer.Next.AfterSpace && !lexer.IsSign('('))
            throw lexer.Unexpected("a space after 'not'");
        counter.Enter(at);
        var operand = Unary();
        counter.Leave();
        return counter.Count(new UnarySyntax(op, operand, at));
    }

    /// <summary>What follows <c>in</c>: literals in brackets, or any expression, which may be in brackets too.</summary>
    ExpressionSyntax InOperand()
    {
        if (!lexer.IsSign('('))
            return Primary();
        var list = List('(', ')', Expression);
        return list.Items.FirstOrDefault(item => item is not (LiteralSyntax or AliasSyntax)) switch
        {
            null => list,
            var only when list.Items.Count == 1 => only,
            var wrong => throw wrong.At.Invalid(ErrorCode.Syntax, "A list in round brackets holds literals; expressions are listed in square brackets, such as [a,b]"),
        };
    }

    ListSyntax List(char open, char close, Func<ExpressionSyntax> item)
    {
        var at = lexer.Here;
        lexer.Expect(open);
        var items = new List<ExpressionSyntax>();
        if (!lexer.IsSign(close))
        {
            do
                items.Add(item());
            while (lexer.TryTake(','));
        }
        lexer.Expect(close);
        return counter.Count(new ListSyntax(items, at));
    }

    ExpressionSyntax Primary()
    {
        var first = First();
        while (lexer.TryTake('/'))
            first = Step(first);
        return first;
    }

    ExpressionSyntax First() => lexer.Next.Kind switch
    {
        TokenKind.Text => TakeText(),
        TokenKind.Number => TakeLiteral(LiteralKind.Number),
        TokenKind.Date => TakeLiteral(LiteralKind.Date),
        TokenKind.DateTimeOffset => TakeLiteral(LiteralKind.DateTimeOffset),
        TokenKind.TimeOfDay => TakeLiteral(LiteralKind.TimeOfDay),
        TokenKind.Guid => TakeLiteral(LiteralKind.Guid),
        TokenKind.Typed => TakeTyped(),
        TokenKind.Alias when lexer.SpanOf(lexer.Next).Contains('.') => throw lexer.Here.NotImplemented("Annotations in expressions are not implemented"),
        TokenKind.Alias => counter.Count(new AliasSyntax(lexer.SpanOf(lexer.Next).ToString(), TakeAt())),
        TokenKind.Dollar => Dollar(source: null),
        TokenKind.Name => NameOrKeyword(),
        TokenKind.Sign when lexer.IsSign('(') => Group(),
        TokenKind.Sign when lexer.IsSign('[') => List('[', ']', Expression),
        TokenKind.Sign when lexer.IsSign('{') => JsonObject(),
        _ => throw lexer.Unexpected("an expression"),
    };

    ExpressionSyntax Group()
    {
        lexer.Expect('(');
        var inner = Expression();
        lexer.Expect(')');
        return inner;
    }

    ExpressionSyntax NameOrKeyword()
    {
        if (lexer.IsWord("null"))
            return TakeLiteral(LiteralKind.Null);
        if (lexer.IsWord("true") || lexer.IsWord("false"))
            return TakeLiteral(LiteralKind.Boolean);
        return lexer.SpanOf(lexer.Next) is "INF" or "NaN" ? TakeLiteral(LiteralKind.Number) : NameOrCall(source: null);
    }

    ExpressionSyntax Step(ExpressionSyntax source) => lexer.Next.Kind switch
    {
        TokenKind.Name => NameOrCall(source),
        TokenKind.Dollar => Dollar(source),
        TokenKind.Alias => throw lexer.Here.NotImplemented("Annotations in expressions are not implemented"),
        _ => throw lexer.Unexpected("a property name, any, all or $count"),
    };

    ExpressionSyntax Dollar(ExpressionSyntax? source)
    {
        if (lexer.IsWord("$count"))
            return Count(source);
        if (source is not null && lexer.IsWord("$filter"))
            return Filtered(source);
        var isVariable = source is null && (lexer.IsWord("$it") || lexer.IsWord("$this") || lexer.IsWord("$root"));
        return isVariable
            ? counter.Count(new VariableSyntax(lexer.SpanOf(lexer.Next).ToString().ToLowerInvariant(), TakeAt()))
            : throw lexer.Unexpected(source is null ? "an expression" : "a property name, any, all or $count");
    }

    ExpressionSyntax Filtered(ExpressionSyntax source)
    {
        var at = TakeAt();
        lexer.Expect('(');
        var condition = Expression();
        lexer.Expect(')');
        var filtered = counter.Count(new FilteredSyntax(source, condition, at));
        return lexer.IsSign('(') && !lexer.Next.AfterSpace ? counter.Count(new KeySyntax(filtered, Arguments(), at)) : filtered;
    }

    CountSyntax Count(ExpressionSyntax? source)
    {
        var at = TakeAt();
        ExpressionSyntax? filter = null;
        if (lexer.TryTake('('))
        {
            if (!lexer.IsWord("$filter") && !lexer.IsWord("filter"))
                throw lexer.IsWord("$search") ? lexer.Here.NotImplemented("$search within $count is not implemented; use $filter") : lexer.Unexpected("$filter");
            lexer.Take();
            lexer.Expect('=');
            filter = Expression();
            lexer.Expect(')');
        }
        return counter.Count(new CountSyntax(source, filter, at));
    }

    ExpressionSyntax NameOrCall(ExpressionSyntax? source)
    {
        var name = lexer.SpanOf(lexer.Next).ToString();
        var at = TakeAt();
        if (!lexer.IsSign('(') || lexer.Next.AfterSpace)
            return counter.Count(new NameSyntax(source, name, at));
        return name.ToUpperInvariant() switch
        {
            "ANY" => Lambda(source, isAll: false, at),
            "ALL" => Lambda(source, isAll: true, at),
            "CASE" when source is null => Case(at),
            _ => counter.Count(new CallSyntax(source, name, Arguments(), at)),
        };
    }

    ExpressionSyntax Argument()
    {
        var value = Expression();
        if (value is not NameSyntax { Source: null } name || !lexer.TryTake('='))
            return value;
        return counter.Count(new NamedValueSyntax(name.Name, Expression(), name.At));
    }

    LambdaSyntax Lambda(ExpressionSyntax? source, bool isAll, Location at)
    {
        lexer.Expect('(');
        if (lexer.TryTake(')'))
            return counter.Count(new LambdaSyntax(source, isAll, null, null, at));
        var variable = lexer.Next.Kind == TokenKind.Name ? lexer.SpanOf(lexer.Take()).ToString() : throw lexer.Unexpected("the name of a range variable");
        lexer.Expect(':');
        var predicate = Expression();
        lexer.Expect(')');
        return counter.Count(new LambdaSyntax(source, isAll, variable, predicate, at));
    }

    CaseSyntax Case(Location at)
    {
        var branches = new List<(ExpressionSyntax, ExpressionSyntax)>();
        lexer.Expect('(');
        do
        {
            var condition = Expression();
            lexer.Expect(':');
            branches.Add((condition, Expression()));
        }
        while (lexer.TryTake(','));
        lexer.Expect(')');
        return counter.Count(new CaseSyntax(branches, at));
    }

    ObjectSyntax JsonObject()
    {
        var at = lexer.Here;
        var members = List('{', '}', JsonMember).Items.Cast<NamedValueSyntax>();
        return counter.Count(new ObjectSyntax([.. members], at));
    }

    NamedValueSyntax JsonMember()
    {
        if (lexer.Next.Kind != TokenKind.Text)
            throw lexer.Unexpected("a member name in quotes");
        var name = TakeText();
        lexer.Expect(':');
        return counter.Count(new NamedValueSyntax(name.Text, Expression(), name.At));
    }

    Location TakeAt()
    {
        var at = lexer.Here;
        lexer.Take();
        return at;
    }

    LiteralSyntax TakeLiteral(LiteralKind kind, string prefix = "")
    {
        var text = prefix + lexer.SpanOf(lexer.Next).ToString();
        return counter.Count(new LiteralSyntax(kind, text, null, TakeAt()));
    }

    LiteralSyntax TakeText()
    {
        var text = Quoted.Unescape(lexer.SpanOf(lexer.Next), lexer.Here);
        return counter.Count(new LiteralSyntax(LiteralKind.Text, text, null, TakeAt()));
    }

    LiteralSyntax TakeTyped()
    {
        var span = lexer.SpanOf(lexer.Next);
        var quote = span.IndexOf('\'');
        var (type, text) = (span[..quote].ToString(), Quoted.Unescape(span[quote..], lexer.Here));
        return counter.Count(new LiteralSyntax(LiteralKind.Typed, text, type, TakeAt()));
    }
}
